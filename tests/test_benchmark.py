"""The benchmark measures what it says: an edition twice as large is as free of findings as the real one."""

from __future__ import annotations

from pathlib import Path

from benchmark import multiply
from edition.gate import run as gate
from support.projects import ROOT


def test_an_edition_twice_as_large_has_no_findings(tmp_path: Path) -> None:
    edition, findings = gate.check_source(
        multiply(ROOT / "docs", tmp_path / "twice", 2),
        gate.Selection(skip=["PDF001", "ANCHOR002"]),  # no font has the words of the copies, so PDFs are not recorded
    )
    assert findings == []
    assert edition is not None and len(edition.pages) == 30
