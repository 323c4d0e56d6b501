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
from support.projects import build, run

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


@pytest.mark.parametrize("other", OTHERS)
def test_another_input_or_another_site_is_not_taken_for_it(built: Path, other: str) -> None:
    findings = [Finding(Place("docs/ru/index.md", 3, 4), "STALE001", "қайта", "hint", True)]
    unchanged.record_build(built, unchanged.inputs(built, "day"), built / "site", findings)
    assert unchanged.recorded_build(built, unchanged.inputs(built, "day"), built / "site") == findings
    assert unchanged.recorded_build(built, unchanged.inputs(built, "another day"), built / "site") is None
    OTHERS[other](built)
    assert unchanged.recorded_build(built, unchanged.inputs(built, "day"), built / "site") is None


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
    ):
        change()
        seen.append(digest())
    assert len(set(seen)) == len(seen)
    (tree / "__pycache__").mkdir()
    (tree / "__pycache__/x.pyc").write_text("")
    assert digest() == seen[-1]
