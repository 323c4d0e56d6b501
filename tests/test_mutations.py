"""Several hundred faults, one at a time, in the real edition: each is found, under its code, in its file and line.

`tests/mutations.py` prints the table of them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from edition.gate import run as gate
from support.planting import FOUND, Planted, grouped, judge_all, prepare

pytestmark = pytest.mark.mutation

SHARES = 4  # so that several workers judge at the same time


@pytest.fixture(scope="module")
def planted(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """A copy of the real edition, and the faults to be planted in it."""
    return prepare(tmp_path_factory.mktemp("mutations") / "project", site)


@pytest.mark.parametrize("share", range(SHARES))
def test_every_fault_is_found_at_its_place(planted: Planted, share: int, exhaustive: bool) -> None:
    """Those of one check together, where they are apart; with --all each alone, as in the table."""
    groups = [[mutant] for mutant in planted.mutants] if exhaustive else grouped(planted)
    judged = judge_all(planted, groups[share::SHARES])
    wrong = [f"{mutant.name}: {said}" for mutant, said in judged if said != FOUND]
    assert not wrong, "\n".join(wrong)


def test_there_are_several_hundred_faults_and_without_them_nothing_is_found(planted: Planted) -> None:
    assert len(planted.mutants) == sum(map(len, grouped(planted))) > 500
    assert gate.check_source(planted.folder)[1] == gate.check_site(planted.edition, planted.folder / "site") == []
