"""Plants the faults of `mutations` into a copy of the real edition and runs the gate for each."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from edition.findings import Finding
from edition.gate import run as gate
from edition.model.edition import Edition
from edition.model.reader import read_edition

from . import accidents, mutations
from .projects import make_real

FOUND = "found"
MISPLACED = "wrong place"
# What is found in a file that cannot be read hides what else is wrong there.
ALONE = ("FILE002", "YAML001")


@dataclass(frozen=True, eq=False)
class Planted:
    """A copy of the real edition with its site, the edition and its files without faults, and the faults to plant."""

    folder: Path
    edition: Edition
    files: Mapping[str, bytes]
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
    files = _files(folder)
    sound = {path: text.encode("utf-8") for path, text in files.items()}
    return Planted(folder, edition, sound, tuple(accidents.and_all_other(files)))


def _files(folder: Path) -> mutations.Files:
    """The text of every file in which a fault can be planted."""
    paths = [
        *(folder / "docs").rglob("*.md"),
        *(path for path in (folder / "docs/_data").rglob("*") if path.is_file()),
        *(folder / "site").rglob("*.html"),
    ]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def judge_all(planted: Planted, groups: Iterable[list[mutations.Mutant]]) -> Iterator[tuple[mutations.Mutant, str]]:
    """Each mutant of these groups with the result of `judge`; what is not found in its group is planted again alone."""
    # An edition has many small objects, and results cached on it refer back to it: collecting garbage while one is
    # loaded is slow and frees nothing.
    gc.disable()
    try:
        for number, group in enumerate(groups):
            found = _judge_together(planted, group) if len(group) > 1 else set()
            for mutant in group:
                yield mutant, FOUND if mutant.name in found else judge(planted, mutant)
            if number % 10 == 0:
                gc.collect()
    finally:
        gc.enable()


def grouped(planted: Planted) -> list[list[mutations.Mutant]]:
    """The mutants in groups to plant together, so that the check runs once: of one code, in places that are apart."""
    groups: list[list[mutations.Mutant]] = []
    for mutant in planted.mutants:
        in_place = mutant.content is not None and mutant.found_in == mutant.path and mutant.path in planted.files
        apart = in_place and not mutant.code.startswith(ALONE)
        alike = (group for group in groups if group[0].code == mutant.code) if apart else iter(())
        change = _change(planted, mutant) if apart else None
        if group := next((group for group in alike if all(_change(planted, one).apart(change) for one in group)), None):
            group.append(mutant)
        else:
            groups.append([mutant])
    return groups


@dataclass(frozen=True)
class Change:
    """What a mutant changes: the lines of a file from `start` to `end`, counted from 0, become `new`.

    All lines that are changed or in which the finding may be are from `first` to `last`, counted from 1, in the file
    without faults; later lines move down by `moved`.
    """

    path: str
    start: int
    end: int
    new: list[bytes]
    first: int
    last: int
    moved: int

    def apart(self, other: Change) -> bool:
        """Whether the two can be made together, each in lines of its own."""
        return self.path != other.path or self.last < other.first or other.last < self.first


@cache
def _change(planted: Planted, mutant: mutations.Mutant) -> Change:
    old, new = (content.splitlines(True) for content in (planted.files[mutant.path], mutant.content))
    start = _alike(old, new)
    kept = _alike(old[start:][::-1], new[start:][::-1])
    end, moved = len(old) - kept, len(new) - len(old)
    lines = (start + 1, end, *(line - moved if line > start + 1 else line for line in mutant.lines), *mutant.lines)
    return Change(mutant.path, start, end, new[start : len(new) - kept], min(lines), max(lines), moved)


def _alike(one: list[bytes], other: list[bytes]) -> int:
    """The number of lines at the beginning that are the same in both."""
    return next(
        (at for at, (line, its) in enumerate(zip(one, other, strict=False)) if line != its), min(len(one), len(other))
    )


def _judge_together(planted: Planted, group: list[mutations.Mutant]) -> set[str]:
    """Plant all of these mutants at once; returns the names of those that are found at their places."""
    changes = {mutant: _change(planted, mutant) for mutant in group}
    lines = {mutant.path: planted.files[mutant.path].splitlines(True) for mutant in group}
    for one in sorted(changes.values(), key=lambda one: one.start, reverse=True):
        lines[one.path][one.start : one.end] = one.new
    with ExitStack() as planting:
        for path, content in lines.items():
            planting.enter_context(_planted(planted, path, b"".join(content)))
        findings = _findings(planted, group[0], gate.Selection(only=[group[0].code]))
    places = {(finding.place.path, finding.place.line) for finding in findings if finding.code == group[0].code}
    found = set()
    for mutant, change in changes.items():
        above = (one.moved for one in changes.values() if one.path == change.path and one.last < change.first)
        down = sum(above)
        if any((mutant.path, line + down) in places for line in mutant.lines):
            found.add(mutant.name)
    return found


@contextmanager
def _planted(planted: Planted, name: str, content: bytes | None) -> Iterator[None]:
    """Give a file other content, or none at all, and the old one again on exit."""
    path = planted.folder / name
    sound = path.read_bytes() if path.exists() else None
    try:
        # The file is replaced, not overwritten: it may be a hard link to a file of the site that all tests read.
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_bytes(content)
        yield
    finally:
        path.unlink(missing_ok=True)
        if sound is not None:
            path.write_bytes(sound)


def judge(planted: Planted, mutant: mutations.Mutant) -> str:
    """Plant a fault, run the check that should find it, and remove the fault again.

    Returns `FOUND`, or a message, which begins with `MISPLACED` if the fault was found in another place.
    """
    with _planted(planted, mutant.path, mutant.content):
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
