"""Derives the Kazakh text of the edition from the source text, only by recorded operations.

`source.txt` has the text as supplied, in the lines of the print. `emendations.yml` records which lines make up each
unit, and every operation on them. The result must equal the Kazakh pages, character by character. A form feed marks
the beginning of a print page: in the source, a line with a leading space begins a page.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..findings import Place
from ..model.edition import Edition
from ..model.emendations import CriticalNote, Repair
from ..model.memo import memoized

PAGE = "\f"


@dataclass(frozen=True, order=True)
class Operation:
    """Replaces the only occurrence of `source` in a unit by `reading`. `place` is that of the record.

    `note` is the id of its text-critical note, empty for a silent repair.
    """

    unit: str
    source: str
    reading: str
    place: Place
    note: str = ""


@dataclass(frozen=True)
class Misfit:
    """An operation that cannot be applied, and why."""

    place: Place
    message: str


@dataclass(frozen=True)
class Transcription:
    """The text of every unit as printed and as published, with a form feed at the beginning of each print page.

    `operations` are by unit id; `misfits` are the operations that could not be applied.
    """

    printed: dict[str, str]
    texts: dict[str, str]
    operations: dict[str, list[Operation]]
    misfits: tuple[Misfit, ...]


@memoized
def transcribe(edition: Edition) -> Transcription:
    """Apply every recorded operation to the source."""
    emendations = edition.emendations
    lines = edition.source.split("\n")
    records: list[tuple[Repair | CriticalNote, str]] = [(repair, "") for repair in emendations.repairs]
    records += [(note, note.key) for note in emendations.notes.values() if note.emends]
    operations = [Operation(one.unit, one.source, one.reading, one.place, note) for one, note in records]
    operations_of: dict[str, list[Operation]] = {}
    for operation in operations:
        operations_of.setdefault(operation.unit, []).append(operation)
    printed, texts, misfits = {}, {}, []
    for unit, recorded in emendations.units.items():
        first, last = recorded.first, recorded.last
        if not 1 <= first <= last <= len(lines):
            why = f"{unit}: lines {first} to {last} are out of range; source.txt has {len(lines)} lines"
            misfits.append(Misfit(recorded.place, why))
        end = min(last, len(lines))
        inner = [line - first for line in range(first, end + 1) if line in emendations.soft_hyphens]
        printed[unit] = join_lines(lines[max(first, 1) - 1 : end], inner)
        texts[unit], wrong = apply_operations(unit, printed[unit], operations_of.get(unit, ()))
        misfits += wrong
    misfits += [
        Misfit(operation.place, f"unit {operation.unit} does not exist")
        for operation in operations
        if operation.unit not in emendations.units
    ]
    return Transcription(printed, texts, operations_of, tuple(misfits))


def published(edition: Edition, unit: str, words: str) -> str:
    """Words of the print as published: with every operation of the unit that falls within them."""
    for operation in transcribe(edition).operations.get(unit, ()):
        words = words.replace(operation.source, operation.reading)
    return words


def occurrences_elsewhere(edition: Edition, note: str) -> int:
    """How often the reading of a text-critical note occurs elsewhere in the published text."""
    record = edition.emendations.notes[note]
    words = record.reading or published(edition, record.unit, record.source)
    return sum(text.replace("\f", "").count(words) for text in transcribe(edition).texts.values()) - 1


def unassigned_lines(edition: Edition) -> list[int]:
    """The non-blank lines of the source, counted from 1, that do not belong to exactly one unit."""
    lines = edition.source.split("\n")
    owners: dict[int, int] = {}
    for recorded in edition.emendations.units.values():
        for line in range(max(recorded.first, 1), min(recorded.last, len(lines)) + 1):
            owners[line] = owners.get(line, 0) + 1
    return [number for number, line in enumerate(lines, 1) if line.strip() and owners.get(number, 0) != 1]


def digest(edition: Edition) -> str:
    """The SHA-256 of the source text, in hexadecimal."""
    return hashlib.sha256(edition.source.encode("utf-8")).hexdigest()


def join_lines(lines: list[str], soft: Iterable[int]) -> str:
    """Join the lines of one unit into one text.

    `lines` are the lines of the unit, `soft` the indices of those that end in a hyphen which only divides a word.
    Blank lines and spaces at line ends belong to the layout of the print. Any other hyphen at a line end is kept, and
    the next line joins it without a space, unless it is a dash, with a space before it.
    """
    dividing = set(soft)
    text = ""
    for index, line in enumerate(lines):
        words = re.sub(r"\s+", " ", line.strip())
        if not words:
            continue
        page = PAGE if line.startswith(" ") else ""
        if not text or (text.endswith("-") and not text.endswith(" -")):
            text += page + words
        else:
            # The mark of a page break follows the last word of the old page directly.
            text += page + " " + words
        if index in dividing:
            text = text.removesuffix("-")
            # A word divided at the line end continues without a space.
            text += "\u00ad"
    return re.sub("\u00ad ?", "", text)


def apply_operations(unit: str, text: str, operations: Iterable[Operation]) -> tuple[str, list[Misfit]]:
    """Apply all operations of the unit, each located in the text as it was before any of them.

    Returns the text and the operations that could not be applied: their source is missing, occurs more than once, or
    overlaps that of another operation.
    """
    spans: list[tuple[int, int, Operation]] = []
    misfits = []
    for operation in operations:
        if operation.unit != unit:
            continue
        found = [match.start() for match in re.finditer(f"(?={re.escape(operation.source)})", text)]
        if len(found) == 1:
            spans.append((found[0], found[0] + len(operation.source), operation))
        else:
            times = "does not occur" if not found else f"occurs {len(found)} times"
            misfits.append(Misfit(operation.place, f"«{operation.source}» {times} in the source text of {unit}"))
    spans.sort()
    done = []
    reached = 0
    for start, end, operation in spans:
        if start < reached:
            misfits.append(Misfit(operation.place, f"«{operation.source}» overlaps another operation in {unit}"))
            continue
        done += [text[reached:start], operation.reading]
        reached = end
    return "".join([*done, text[reached:]]), misfits
