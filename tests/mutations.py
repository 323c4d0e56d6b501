"""Measures how many of several hundred faults the gate finds, planted one at a time into a copy of the real edition.

    .venv/bin/python tests/mutations.py          build the site, plant every fault, and print a table by class

The faults are those of tests/support/mutations.py. Exit status 1 if one is not found at its place.
"""

from __future__ import annotations

import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

from support.planting import FOUND, judge_all, prepare, table
from support.projects import build, make_real


def main() -> int:
    """Plant all faults and print the results; returns the exit status."""
    workers = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(workers) as pool:
        home = make_real(Path(folder) / "built")
        build(home)
        shares = list(pool.map(share, [home / "site"] * workers, range(workers), [workers] * workers))
    judged = [pair for pairs in shares for pair in pairs]
    print(table(judged))
    wrong = [f"{mutant.name}: {said}" for mutant, said in judged if said != FOUND]
    print("\n".join(wrong))
    return 1 if wrong else 0


def share(site: Path, start: int, step: int) -> list[tuple]:
    """Judge a share of the mutants; returns each with its result."""
    with tempfile.TemporaryDirectory() as folder:
        planted = prepare(Path(folder) / "project", site)
        return list(judge_all(planted, [[mutant] for mutant in planted.mutants[start::step]]))


if __name__ == "__main__":
    sys.exit(main())
