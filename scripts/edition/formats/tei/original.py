"""The content of a unit of the original, with every operation on the source, its lines, and the names in it.

Both texts of a unit are known: as supplied (`Transcription.printed`), where lines begin, and as published, where marks
and parts stand. The operations say how places in one correspond to places in the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...markup.bare_text import fold
from ...model.edition import Edition
from ...text.transcription import PAGE, join_lines, transcribe
from ...text.walk import Walked
from .characters import Element, characters_of
from .tokens import Token, common, element, write
from .writing import Writer


@dataclass(frozen=True)
class _Change:
    """An operation: its note, and its limits in the supplied text and in the published one."""

    note: str
    source: tuple[int, int]
    reading: tuple[int, int]


def original_tokens(edition: Edition, unit: Walked) -> list[Token]:
    """The content of a unit of the original. Raises ValueError if its two texts do not correspond (TEXT001)."""
    characters, between = characters_of(edition, unit)
    supplied = transcribe(edition).printed[unit.id]
    changes = _changes(edition, unit.id, supplied)
    if fold("".join(one.text for one in characters)) != transcribe(edition).texts[unit.id]:
        raise ValueError(f"{unit.id} differs from the source")
    lines = _lines(edition, unit.id)
    starting = {change.reading[0]: change for change in changes if change.reading[0] < change.reading[1]}
    # What has no character of the published text, by the character that follows; in the order of the supplied text.
    empty: dict[int, list[tuple[int, int, Element]]] = {}
    for number, (where, written) in lines.items():
        if not any(change.source[0] < where < change.source[1] for change in changes):
            line = element("lb", n=str(number), **written)
            empty.setdefault(_moved(changes, where), []).append((where, 0, line))
    for change in changes:
        if change.reading[0] == change.reading[1]:
            choice = _choice(change, [], supplied, lines)
            empty.setdefault(change.reading[0], []).append((change.source[0], 1, choice))
    found: list[Token] = []
    at = 0
    while at <= len(characters):
        before = characters[at - 1].around if at else ()
        after = characters[at].around if at < len(characters) else ()
        here = common(before, after)
        changed = starting.get(at)
        found += [Token(here, one) for _, _, one in sorted(empty.get(at, ()), key=lambda one: one[:2])]
        found += [Token(here, one) for one in between.get(at, ())]
        if changed:
            start, end = changed.reading
            inner = characters[start:end]
            outer = inner[0].around
            for one in inner:
                outer = common(outer, one.around)
            reading = [
                token
                for nth, one in enumerate(inner)
                for token in [
                    *([Token((), mark) for mark in between.get(start + nth, ())] if nth else ()),
                    Token(one.around[len(outer) :], one.written or one.text),
                ]
            ]
            found.append(Token(outer, _choice(changed, reading, supplied, lines)))
            at = end
            continue
        if at < len(characters):
            found.append(Token(after, characters[at].written or characters[at].text))
        at += 1
    return found


def _changes(edition: Edition, name: str, supplied: str) -> list[_Change]:
    """The operations on a unit, in order. Of a silent repair, only the words that it changes."""
    placed = sorted(
        (supplied.index(operation.source), operation) for operation in transcribe(edition).operations.get(name, ())
    )
    found, moved = [], 0
    for start, operation in placed:
        head, tail = (0, 0) if operation.note else _unchanged(operation.source, operation.reading)
        first, last = start + head, start + len(operation.source) - tail
        reading = (first + moved, start + moved + len(operation.reading) - tail)
        found.append(_Change(operation.note, (first, last), reading))
        moved += len(operation.reading) - len(operation.source)
    return found


def _unchanged(source: str, reading: str) -> tuple[int, int]:
    """How many characters of whole words both begin with, and with how many both end."""
    head = tail = 0
    for at in range(min(len(source), len(reading))):
        if source[at] != reading[at]:
            break
        if source[at] == " ":
            head = at + 1
    source, reading = f" {source[head:]}", f" {reading[head:]}"
    for at in range(1, min(len(source), len(reading))):
        if source[-at] != reading[-at]:
            break
        if source[-at - 1] == reading[-at - 1] == " ":
            tail = at
    return head, tail


def _moved(changes: list[_Change], at: int) -> int:
    """The place in the published text of a place in the supplied one that is not within an operation."""
    moved = 0
    for change in changes:
        if change.source[1] <= at:
            moved = change.reading[1] - change.source[1]
    return at + moved


def _lines(edition: Edition, name: str) -> dict[int, tuple[int, dict[str, str]]]:
    """Where each line begins in the supplied text of a unit, by its number, with the attributes of its `lb`."""
    recorded = edition.emendations.units[name]
    lines = edition.source.split("\n")[recorded.first - 1 : recorded.last]
    soft = [number - recorded.first for number in edition.emendations.soft_hyphens]
    whole = transcribe(edition).printed[name]
    found: dict[int, tuple[int, dict[str, str]]] = {}
    before = -1  # the index of the last line that is not blank
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        at = len(join_lines(lines[:index], soft)) if before >= 0 else 0
        if whole[at : at + 1] == PAGE:
            at += 1
        attributes: dict[str, str] = {}
        if before >= 0 and whole[at : at + 1] != " ":
            attributes["break"] = "no"
        if before in soft:
            attributes["rend"] = "hyphen"
        found[recorded.first + index] = (at, attributes)
        before = index
    return found


def _choice(
    change: _Change, reading: list[Token], supplied: str, lines: dict[int, tuple[int, dict[str, str]]]
) -> Element:
    """The `choice` for an operation: what was supplied, with the lines that begin within it, and what is published."""

    def written(tei: Writer) -> None:
        with tei.inside("choice", corresp=f"#{change.note}" if change.note else ""):
            with tei.inside("sic"):
                start, end = change.source
                reached = start
                for number, (at, attributes) in lines.items():
                    if start < at < end:
                        tei.text(supplied[reached:at].replace(PAGE, ""))
                        tei.add("lb", n=str(number), **attributes)
                        reached = at
                tei.text(supplied[reached:end].replace(PAGE, ""))
            with tei.inside("corr"):
                write(tei, reading)

    return written
