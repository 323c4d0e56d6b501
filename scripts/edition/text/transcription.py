"""From the source text to the Kazakh text of the edition, by recorded operations and nothing else.

The text as supplied stands in `source.txt`, line by line as it came out of the print. `emendations.yml` records
which lines make up each unit and every operation on them. What this module makes of the two must be, character
by character, what the Kazakh pages show. A form feed marks the place where a page of the print begins: in the
source, a line with a leading space begins a page.
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
    """Put `reading` in the place of `source`, once, in one unit. `place` is that of the record."""

    unit: str
    source: str
    reading: str
    place: Place


@dataclass(frozen=True)
class Misfit:
    """An operation that cannot be done, and why."""

    place: Place
    message: str


@dataclass(frozen=True)
class Transcription:
    """Every unit as printed and as published, with a form feed where a page begins; and what did not apply.

    The operations are those of each unit, by its id.
    """

    printed: dict[str, str]
    texts: dict[str, str]
    operations: dict[str, list[Operation]]
    misfits: tuple[Misfit, ...]


@memoized
def transcribe(edition: Edition) -> Transcription:
    """Carry out every recorded operation on the source."""
    emendations = edition.emendations
    lines = edition.source.split("\n")
    records: list[Repair | CriticalNote] = [*emendations.repairs]
    records += [note for note in emendations.notes.values() if note.emends]
    operations = [Operation(record.unit, record.source, record.reading, record.place) for record in records]
    operations_of: dict[str, list[Operation]] = {}
    for operation in operations:
        operations_of.setdefault(operation.unit, []).append(operation)
    printed, texts, misfits = {}, {}, []
    for unit, recorded in emendations.units.items():
        first, last = recorded.first, recorded.last
        if not 1 <= first <= last <= len(lines):
            why = f"{unit}: lines {first} to {last} are not lines of source.txt, which has {len(lines)}"
            misfits.append(Misfit(recorded.place, why))
        end = min(last, len(lines))
        inner = [line - first for line in range(first, end + 1) if line in emendations.soft_hyphens]
        printed[unit] = assemble(lines[max(first, 1) - 1 : end], inner)
        texts[unit], wrong = operate(unit, printed[unit], operations_of.get(unit, ()))
        misfits += wrong
    misfits += [
        Misfit(operation.place, f"there is no unit {operation.unit}")
        for operation in operations
        if operation.unit not in emendations.units
    ]
    return Transcription(printed, texts, operations_of, tuple(misfits))


def published(edition: Edition, unit: str, words: str) -> str:
    """Words of the print as the edition publishes them: with every operation of the unit that falls within them."""
    for operation in transcribe(edition).operations.get(unit, ()):
        words = words.replace(operation.source, operation.reading)
    return words


def elsewhere(edition: Edition, note: str) -> int:
    """How often the reading of a text-critical note stands in the published text besides at its own place."""
    record = edition.emendations.notes[note]
    words = record.reading or published(edition, record.unit, record.source)
    return sum(text.replace("\f", "").count(words) for text in transcribe(edition).texts.values()) - 1


def unaccounted(edition: Edition) -> list[int]:
    """The lines of the source, counted from 1, that hold more than spaces and belong to no unit, or to two."""
    lines = edition.source.split("\n")
    owners: dict[int, int] = {}
    for recorded in edition.emendations.units.values():
        for line in range(max(recorded.first, 1), min(recorded.last, len(lines)) + 1):
            owners[line] = owners.get(line, 0) + 1
    return [number for number, line in enumerate(lines, 1) if line.strip() and owners.get(number, 0) != 1]


def digest(edition: Edition) -> str:
    """The SHA-256 of the source text, in hexadecimal."""
    return hashlib.sha256(edition.source.encode("utf-8")).hexdigest()


def assemble(lines: list[str], soft: Iterable[int]) -> str:
    """The lines of one unit as one text.

    `lines` are the lines of the unit, `soft` the indices among them that end in a hyphen which only divides a word.
    Blank lines and the spaces at the ends of lines are the print's layout. A hyphen at a line's end is kept and
    joined, unless a space before it shows that it is a dash, which keeps its space.
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
            # The mark of a new page stands right after the last word of the old one.
            text += page + " " + words
        if index in dividing:
            text = text.removesuffix("-")
            # A word divided at the line's end goes on without a space.
            text += "\u00ad"
    return re.sub("\u00ad ?", "", text)


def operate(unit: str, text: str, operations: Iterable[Operation]) -> tuple[str, list[Misfit]]:
    """The text after all operations of the unit, each found in the text as it was before any of them.

    Returns the text and the operations that did not apply: source not there, there more than once, or touching
    what another one changes.
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
            times = "is not" if not found else f"is {len(found)} times"
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
