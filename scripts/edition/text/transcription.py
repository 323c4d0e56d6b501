"""The Kazakh text that source.txt and emendations.yml together prescribe."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from ..model.edition import Edition
from ..model.emendations import CriticalNote, Repair
from ..model.memo import memoized
from .collation import Misfit, Operation, assemble, operate


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
