"""What was built or checked from the same files is not done again; whatever might matter is seen to be another."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from edition.findings import Finding, Place
from edition.gate import unchanged
from edition.publish.tree_digest import tree_digest
from support.projects import build, digests, run

UP_TO_DATE = "site/ is up to date"


def append(path: Path, text: str) -> None:
    """Append text to a file."""
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


OTHERS: dict[str, Callable[[Path], object]] = {
    "a page": lambda root: append(root / "docs/en/about.md", "\nOne word more.\n"),
    "a template": lambda root: append(root / "overrides/frame.html", "<!-- x -->"),
    "code": lambda root: append(root / "scripts/edition/text/units.py", "\n"),
    "a file of the site": lambda root: append(root / "site/en/index.html", " "),
    "a file more": lambda root: (root / "site/more.html").write_text(""),
    "a file less": lambda root: (root / "site/404.html").unlink(),
    "an empty folder of the site more": lambda root: (root / "site/more").mkdir(),
    "another mode of a file of the site": lambda root: (root / "site/404.html").chmod(0o600),
    "the site gone": lambda root: shutil.rmtree(root / "site"),
    "a damaged record": lambda root: [
        path.write_bytes(path.read_bytes()[:-1]) for path in (root / ".cache").rglob("*") if path.is_file()
    ],
}


def test_a_second_build_does_nothing(built: Path) -> None:
    build(built)
    before = {path: path.stat().st_mtime_ns for path in (built / "site").rglob("*")}
    assert UP_TO_DATE in build(built).stdout
    assert {path: path.stat().st_mtime_ns for path in (built / "site").rglob("*")} == before
    assert UP_TO_DATE not in build(built, SOURCE_DATE_EPOCH="1800000000").stdout
    assert UP_TO_DATE not in build(built, SITE_URL="https://host.example/").stdout


def recorded(root: Path, date: str = "day") -> list[Finding] | None:
    """The findings on record for the site as it is."""
    return unchanged.recorded_build(root, unchanged.inputs(root, date), root / "site")


def record(root: Path, meanwhile: Callable[[], object] = lambda: None) -> list[Finding]:
    """Record a build of the site with a finding, during which something happens."""
    findings = [Finding(Place("docs/ru/index.md", 3, 4), "STALE001", "қайта", "hint", True)]
    made_from = unchanged.inputs(root, "day")
    meanwhile()
    unchanged.record_build(root, made_from, unchanged.site_digest(root / "site"), findings)
    return findings


@pytest.mark.parametrize("other", OTHERS)
def test_another_input_or_another_site_is_not_taken_for_it(built: Path, other: str) -> None:
    assert recorded(built) is None
    findings = record(built)
    assert recorded(built) == findings
    assert recorded(built, "another day") is None
    OTHERS[other](built)
    assert recorded(built) is None


@pytest.mark.parametrize("name", ("docs/linked", "overrides/assets/linked"))
def test_what_is_behind_a_linked_folder_counts(built: Path, tmp_path: Path, name: str) -> None:
    (behind := tmp_path / "behind").mkdir()
    (behind / "file.txt").write_text("one")
    (behind / "back").symlink_to(behind)
    (built / name).symlink_to(behind)
    assert record(built) == recorded(built)
    (behind / "file.txt").write_text("two")
    assert recorded(built) is None


@pytest.mark.parametrize("name", ("docs/en/about.md", "overrides/frame.html", "scripts/edition/text/units.py"))
def test_a_change_that_is_undone_during_a_build_is_noticed(built: Path, name: str) -> None:
    content = (built / name).read_bytes()
    record(built, lambda: [(built / name).write_bytes(one) for one in (content + b"\n", content)])
    assert recorded(built) is None
    record(built, lambda: ((built / "docs/en/x.md").touch(), (built / "docs/en/x.md").unlink()))
    assert recorded(built) is None
    record(built, lambda: (built / "scripts/edition/text/__pycache__").mkdir(exist_ok=True))
    assert recorded(built) is not None


def test_packages_are_known_by_names_and_records(tmp_path: Path) -> None:
    (tmp_path / "babel-2.0.dist-info").mkdir()
    seen = [unchanged.installed(tmp_path)]
    for change in (
        lambda: (tmp_path / "babel-2.0.dist-info/RECORD").write_text("babel/core.py,sha256=1,1"),
        lambda: (tmp_path / "babel-2.0.dist-info/RECORD").write_text("babel/core.py,sha256=2,1"),
        lambda: (tmp_path / "babel-2.0.dist-info").rename(tmp_path / "babel-2.1.dist-info"),
        (tmp_path / "shadow.py").touch,
    ):
        change()
        seen.append(unchanged.installed(tmp_path))
    assert len(set(seen)) == len(seen)


def test_a_site_is_recorded_only_when_it_is_in_place(built: Path) -> None:
    breaking = "import edition.publish.atomic_replace as a; a.swap = lambda *_: 1 / 0; "
    before = digests(built / "site")
    append(built / "docs/en/about.md", "\nOne word more.\n")
    start = "import sys; sys.path.insert(0, 'scripts'); sys.argv = ['scripts/build.py']; import build; "
    assert run(built, "-c", f"{start}{breaking}sys.exit(build.build('text'))").returncode != 0
    assert digests(built / "site") == before
    assert UP_TO_DATE not in build(built).stdout
    assert UP_TO_DATE in build(built).stdout


def test_findings_are_printed_again(small: Path) -> None:
    page = small / "docs/en/about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[nowhere](index.md#p999)\n", encoding="utf-8")
    first, again = (run(small, "scripts/build.py", "--check", "--format", "json") for _ in range(2))
    assert first.returncode == again.returncode == 1 and first.stdout == again.stdout
    assert [one["code"] for one in json.loads(again.stdout)] == ["XREF001"]
    assert run(small, "scripts/build.py", "--check", "--skip", "XREF001").returncode == 0


def test_a_tree_is_known_by_names_contents_and_links(tmp_path: Path) -> None:
    def digest() -> bytes:
        return tree_digest(tmp_path, ("tree", "absent"))

    seen = [digest()]
    tree = tmp_path / "tree"
    for change in (
        tree.mkdir,
        lambda: (tree / "a").write_text("one"),
        lambda: (tree / "a").write_text("two"),
        lambda: (tree / "a").rename(tree / "b"),
        lambda: (tree / "c").symlink_to("b"),
        lambda: ((tree / "c").unlink(), (tree / "c").symlink_to("e")),
        lambda: ((tree / "d").mkdir(), (tree / "b").rename(tree / "d/b")),
        lambda: (tmp_path / "absent").write_text(""),
        lambda: (tmp_path / "absent").chmod(0o600),
        (tree / "empty").mkdir,
        lambda: ((tmp_path / "behind").mkdir(), (tree / "link").symlink_to(tmp_path / "behind")),
        (tmp_path / "behind/file").touch,
    ):
        change()
        seen.append(digest())
    assert len(set(seen)) == len(seen)
    (tree / "__pycache__").mkdir()
    (tree / "__pycache__/x.pyc").write_text("")
    assert digest() == seen[-1]
