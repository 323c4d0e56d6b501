"""Every check finds its fault at the right place, and nothing else; every check has cases, and every case a check.

A case is one file in `cases/CODE/`: the edits that break the small edition (`find` and `put`, `append`, or `do`), the
place of the finding (LINE stands for the number of the line with the text of `line`, for files that change often), and
other codes that the same fault causes (`also`). A case in `cases/CODE/right/` only looks broken and must not be
reported. An edit in `site/` breaks the rendered small edition; a case with `build` needs a build to show its fault.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from edition.findings import Finding, Place
from edition.gate import run as gate
from edition.model.reader import read_edition
from edition.text.release_record import record
from support.projects import ROOT, SMALL, copy_of, run

FOLDER = ROOT / "tests" / "cases"
CASES = sorted(FOLDER.glob("*/*.yml"))
RIGHT = sorted(FOLDER.glob("*/right/*.yml"))
EDITS = {
    "link outside": lambda path: path.symlink_to(SMALL.parent / "conftest.py"),
    "link inside": lambda path: path.symlink_to("about.md"),
    "create": lambda path: path.write_text("---\ntitle: t\ndescription: d\n---\n\nText.\n", encoding="utf-8"),
    "note": lambda path: path.write_text("Text.\n", encoding="utf-8"),
    "release": lambda path: record(read_edition(path.parents[3]), path.stem, date(2026, 1, 15)),
    "delete": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "bom": lambda path: path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes()),
    "crlf": lambda path: path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n")),
    "cp1251": lambda path: path.write_bytes(path.read_bytes() + "Заметка\n".encode("cp1251")),
}


@pytest.fixture(scope="module")
def project(built_small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small edition with its site, in which each case is applied and undone."""
    return copy_of(built_small, tmp_path_factory.mktemp("cases") / "project")


@contextmanager
def edited(folder: Path, edits: list[dict[str, str]]) -> Iterator[None]:
    """Apply the edits of a case to a project folder, and undo them at the end."""
    paths = [folder / edit["file"] for edit in edits]
    before = {path: path.read_bytes() if path.exists() else None for path in reversed(paths)}
    try:
        for path, edit in zip(paths, edits, strict=True):
            if "do" in edit:
                EDITS[edit["do"]](path)
            elif "append" in edit:
                path.write_text(path.read_text(encoding="utf-8") + edit["append"], encoding="utf-8")
            else:
                text = path.read_text(encoding="utf-8")
                assert edit["find"] in text
                path.write_text(text.replace(edit["find"], edit["put"], 1), encoding="utf-8")
        yield
    finally:
        for path, content in before.items():
            path.unlink(missing_ok=True)
            if content is not None:
                path.write_bytes(content)


def findings_of(case: dict[str, Any], folder: Path) -> list[Finding]:
    """The findings of the gate for the edited edition in this folder, or for its site."""
    if case.get("build"):
        done = run(folder, "scripts/build.py", "--format", "json")
        output = json.loads(done.stdout) if done.returncode else []
        return [Finding(**{**one, "place": Place(**one["place"])}) for one in output]
    edition, findings = gate.check_source(folder)
    if any(edit["file"].startswith("site/") for edit in case["edits"]) or case.get("site"):
        assert edition, findings
        return gate.check_site(edition, folder / "site")
    return findings


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_fault_is_found_at_its_place(case: Path, project: Path, tmp_path: Path) -> None:
    broken = yaml.safe_load(case.read_text(encoding="utf-8"))
    if broken.get("build"):
        project = copy_of(project, tmp_path / "project")
    place, words = broken["place"], broken.get("line")
    with edited(project, broken["edits"]):
        findings = findings_of(broken, project)
        if words:
            lines = (project / place.partition(":")[0]).read_text(encoding="utf-8").split("\n")
            place = place.replace("LINE", str(next(nth for nth, line in enumerate(lines, 1) if words in line)))
    code = case.parent.name
    assert {finding.code for finding in findings} == {code, *broken.get("also", ())}
    assert place in [str(finding.place) for finding in findings if finding.code == code]
    assert all(finding.message for finding in findings)


@pytest.mark.parametrize("case", RIGHT, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_correct_text_is_not_reported(case: Path, project: Path, tmp_path: Path) -> None:
    right = yaml.safe_load(case.read_text(encoding="utf-8"))
    if right.get("build"):
        project = copy_of(project, tmp_path / "project")
    with edited(project, right["edits"]):
        assert findings_of(right, project) == []


def test_small_edition_is_clean(small: Path) -> None:
    assert gate.check_source(small)[1] == []


def test_every_code_has_both_kinds_of_cases_and_every_case_a_code() -> None:
    assert {path.parent.name for path in CASES} == set(gate.catalogue())
    assert {path.parent.parent.name for path in RIGHT} == set(gate.catalogue())


@pytest.mark.parametrize("code", gate.catalogue())
def test_every_code_has_an_explanation(code: str) -> None:
    what, *why = gate.catalogue()[code].split("\n\n")
    assert what.strip().endswith((".", ":")) and "\nGood:  " in why[-1] and why[-1].startswith("Bad:  ")


def test_build_explains_a_code() -> None:
    done = run(ROOT, "scripts/build.py", "--explain", "xref001")
    assert done.returncode == 0 and done.stdout.startswith("XREF001: A link leads to a page")
    assert "\nBad:   " in done.stdout and "\nGood:  " in done.stdout


def test_one_run_reports_all_findings_sorted_by_place(small: Path) -> None:
    for language in ("ru", "en"):
        path = small / f"docs/{language}/about.md"
        path.write_text(path.read_text(encoding="utf-8").replace("#p1)", "#p0)"), encoding="utf-8")
    (small / "docs/kk/timeline.md").write_text("---\ntitle: t\ndescription: d\n---\n\n[[nothing]]\n", encoding="utf-8")
    findings = gate.check_source(small)[1]
    assert {"XREF001", "PAGE001"} <= {finding.code for finding in findings}
    assert findings == sorted(findings)
