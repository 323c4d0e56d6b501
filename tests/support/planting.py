"""Plants the faults of `mutations` into a copy of the real edition and runs the gate for each."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from edition.findings import Finding
from edition.gate import run as gate
from edition.model.edition import Edition
from edition.model.reader import read_edition

from . import accidents, mutations
from .projects import make_real

FOUND = "found"
MISPLACED = "wrong place"
# Checks that read each file separately: faults in several files are planted together, and the check runs once. Faults
# that are not found this way are planted again alone.
BY_FILE = ("DATA009", "DRAFT", "FILE007", "HOST", "LANG002", "MARK", "PAGE003", "QUOTE001", "SCRIPT", "WORD", "XREF")
BY_FILE += ("TEXT001", "TEXT006", "YAML007")


@dataclass(frozen=True)
class Planted:
    """A copy of the real edition with its site, the edition without faults, and the faults to plant."""

    folder: Path
    edition: Edition
    mutants: tuple[mutations.Mutant, ...]


def prepare(folder: Path, site: Path) -> Planted:
    """Copy the real edition and the site built from it into this folder, to plant faults in."""
    make_real(folder)
    # The pages are only read; a page with a fault replaces its link.
    (folder / "site").mkdir()
    for path in sorted(site.rglob("*")):
        there = folder / "site" / path.relative_to(site)
        if path.is_dir():
            there.mkdir(exist_ok=True)
        else:
            there.hardlink_to(path)
    edition = read_edition(folder)
    return Planted(folder, edition, tuple(accidents.and_all_other(_files(folder))))


def _files(folder: Path) -> mutations.Files:
    """The text of every file in which a fault can be planted."""
    paths = [*(folder / "docs").rglob("*.md"), *(folder / "docs/_data").iterdir(), *(folder / "site").rglob("*.html")]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def judge_all(planted: Planted, mutants: Iterable[mutations.Mutant]) -> Iterator[str]:
    """The results of `judge` for each mutant, in order."""
    wanted = list(mutants)
    said: dict[str, str] = {}
    # An edition has many small objects, and results cached on it refer back to it: collecting garbage while one is
    # loaded is slow and frees nothing.
    gc.disable()
    try:
        for number, group in enumerate(_groups(wanted)):
            found = _judge_together(planted, group) if len(group) > 1 else set()
            for mutant in group:
                said[mutant.name] = FOUND if mutant.name in found else judge(planted, mutant)
            if number % 10 == 0:
                gc.collect()
    finally:
        gc.enable()
    return iter([said[mutant.name] for mutant in wanted])


def _groups(mutants: Iterable[mutations.Mutant]) -> list[list[mutations.Mutant]]:
    """Groups of mutants to plant together: of one check that reads files separately, each in its own file."""
    groups: list[list[mutations.Mutant]] = []
    for mutant in mutants:
        apart = mutant.code.startswith(BY_FILE) and mutant.found_in == mutant.path
        alike = (group for group in groups if group[0].code == mutant.code) if apart else iter(())
        if group := next((group for group in alike if all(mutant.path != other.path for other in group)), None):
            group.append(mutant)
        else:
            groups.append([mutant])
    return groups


def _judge_together(planted: Planted, group: list[mutations.Mutant]) -> set[str]:
    """Plant all of these mutants at once; returns the names of those that are found at their places."""
    with ExitStack() as planting:
        for mutant in group:
            planting.enter_context(_planted(planted, mutant))
        findings = _findings(planted, group[0], gate.Selection(only=[group[0].code]))
    places = {finding.place for finding in findings if finding.code == group[0].code}
    return {
        mutant.name
        for mutant in group
        if any(place.path == mutant.found_in and place.line in mutant.lines for place in places)
    }


@contextmanager
def _planted(planted: Planted, mutant: mutations.Mutant) -> Iterator[None]:
    """Plant a fault, and remove it again on exit."""
    path = planted.folder / mutant.path
    sound = path.read_bytes() if path.exists() else None
    try:
        # The file is replaced, not overwritten: it may be a hard link to a file of the site that all tests read.
        path.unlink(missing_ok=True)
        if mutant.content is not None:
            path.write_bytes(mutant.content)
        yield
    finally:
        path.unlink(missing_ok=True)
        if sound is not None:
            path.write_bytes(sound)


def judge(planted: Planted, mutant: mutations.Mutant) -> str:
    """Plant a fault, run the check that should find it, and remove the fault again.

    Returns `FOUND`, or a message, which begins with `MISPLACED` if the fault was found in another place.
    """
    with _planted(planted, mutant):
        only = gate.Selection(only=[mutant.code])
        places = [finding.place for finding in _findings(planted, mutant, only) if finding.code == mutant.code]
        if not places:
            return f"not found; but {sorted({finding.code for finding in _findings(planted, mutant, gate.ALL)})}"
    if not any(place.path == mutant.found_in and place.line in mutant.lines for place in places):
        reported = [str(place) for place in places][:4]
        return f"{MISPLACED}: {reported}, not {mutant.found_in}:{sorted(mutant.lines)[:12]}"
    return FOUND


def _findings(planted: Planted, mutant: mutations.Mutant, selection: gate.Selection) -> list[Finding]:
    if mutant.path.startswith("site/"):
        return gate.check_site(planted.edition, planted.folder / "site", selection)
    return gate.check_source(planted.folder, selection)[1]


def table(judged: Iterable[tuple[mutations.Mutant, str]]) -> str:
    """A table of the classes of faults: code, and how many were planted, found, and found in the wrong place."""
    planted, found, misplaced = Counter[str](), Counter[str](), Counter[str]()
    codes: dict[str, str] = {}
    for mutant, said in judged:
        name = mutant.name.partition(" · ")[0]
        codes[name] = mutant.code
        planted[name] += 1
        found[name] += said.startswith((FOUND, MISPLACED))
        misplaced[name] += said.startswith(MISPLACED)
    lines = [f"{'class of fault':44}{'code':>10}{'planted':>9}{'found':>7}{'wrong place':>13}"]
    lines += [
        f"{name:44}{codes[name]:>10}{planted[name]:>9}{found[name]:>7}{misplaced[name]:>13}" for name in sorted(codes)
    ]
    totals = [counter.total() for counter in (planted, found, misplaced)]
    lines.append(f"{f'{len(codes)} classes':44}{'':>10}{totals[0]:>9}{totals[1]:>7}{totals[2]:>13}")
    return "\n".join(lines)
