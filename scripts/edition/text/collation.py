"""From the source text to the Kazakh text of the edition, by recorded operations and nothing else.

The text as supplied stands in `source.txt`, line by line as it came out of the print. `emendations.yml` records
which lines make up each unit and every operation on them. What this module makes of the two must be, character
by character, what the Kazakh pages show. A form feed marks the place where a page of the print begins: in the
source, a line with a leading space begins a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..findings import Place

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
