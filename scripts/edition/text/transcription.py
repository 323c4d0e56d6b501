"""The Kazakh text that source.txt and emendations.yml together prescribe."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from ..model.edition import Edition
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
    values = edition.emendations.values
    lines = edition.source.split("\n")
    soft = set(values["soft_hyphens"])
    operations = [
        Operation(repair["unit"], repair["source"], repair["reading"], ("repairs", index))
        for index, repair in enumerate(values["repairs"])
    ] + [
        Operation(note["unit"], note["source"], note["reading"], ("notes", name))
        for name, note in values["notes"].items()
        if note["kind"] == "emendation"
    ]
    operations_of: dict[str, list[Operation]] = {}
    for operation in operations:
        operations_of.setdefault(operation.unit, []).append(operation)
    printed, texts, misfits = {}, {}, []
    for unit, (first, last) in values["units"].items():
        if not 1 <= first <= last <= len(lines):
            why = f"{unit}: lines {first} to {last} are not lines of source.txt, which has {len(lines)}"
            misfits.append(Misfit(("units", unit), why))
        end = min(last, len(lines))
        inner = [line - first for line in range(first, end + 1) if line in soft]
        printed[unit] = assemble(lines[max(first, 1) - 1 : end], inner)
        texts[unit], wrong = operate(unit, printed[unit], operations_of.get(unit, ()))
        misfits += wrong
    misfits += [
        Misfit(operation.key, f"there is no unit {operation.unit}")
        for operation in operations
        if operation.unit not in values["units"]
    ]
    return Transcription(printed, texts, operations_of, tuple(misfits))


def published(edition: Edition, unit: str, words: str) -> str:
    """Words of the print as the edition publishes them: with every operation of the unit that falls within them."""
    for operation in transcribe(edition).operations.get(unit, ()):
        words = words.replace(operation.source, operation.reading)
    return words


def elsewhere(edition: Edition, note: str) -> int:
    """How often the reading of a text-critical note stands in the published text besides at its own place."""
    record = edition.emendations.values["notes"][note]
    words = record.get("reading") or published(edition, record["unit"], record["source"])
    return sum(text.replace("\f", "").count(words) for text in transcribe(edition).texts.values()) - 1


def unaccounted(edition: Edition) -> list[int]:
    """The lines of the source, counted from 1, that hold more than spaces and belong to no unit, or to two."""
    lines = edition.source.split("\n")
    owners: dict[int, int] = {}
    for first, last in edition.emendations.values["units"].values():
        for line in range(max(first, 1), min(last, len(lines)) + 1):
            owners[line] = owners.get(line, 0) + 1
    return [number for number, line in enumerate(lines, 1) if line.strip() and owners.get(number, 0) != 1]


def digest(edition: Edition) -> str:
    """The SHA-256 of the source text, in hexadecimal."""
    return hashlib.sha256(edition.source.encode("utf-8")).hexdigest()
