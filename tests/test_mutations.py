"""Several hundred faults, one at a time, in the real edition: each is found, under its code, in its file and line.

`tests/mutations.py` prints the table of them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from edition.gate import run as gate
from support.planting import FOUND, Planted, judge_all, prepare

pytestmark = pytest.mark.mutation

SHARES = 8  # so that several workers judge at the same time


@pytest.fixture(scope="module")
def planted(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """A copy of the real edition, and the faults to be planted in it."""
    return prepare(tmp_path_factory.mktemp("mutations") / "project", site)


@pytest.mark.parametrize("share", range(SHARES))
def test_every_fault_is_found_at_its_place(planted: Planted, share: int) -> None:
    mutants = planted.mutants[share::SHARES]
    pairs = zip(mutants, judge_all(planted, mutants), strict=True)
    wrong = [f"{mutant.name}: {said}" for mutant, said in pairs if said != FOUND]
    assert not wrong, "\n".join(wrong)


def test_there_are_several_hundred_faults_and_without_them_nothing_is_found(planted: Planted) -> None:
    assert len(planted.mutants) > 500
    assert gate.check_source(planted.folder)[1] == gate.check_site(planted.edition, planted.folder / "site") == []
