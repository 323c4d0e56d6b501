"""The citation tree of a language: front matter and sections at the top, then subsections and paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...model.edition import Edition
from ...model.memo import memoized
from ...model.page import Locale
from ...text.walk import FRONT, HEADING, TITLE, walk

_SECTION = "section"


@dataclass(frozen=True)
class Citable:
    """A citable unit: its id, its kind (`front`, `section`, `paragraph`, `item`), level from 1, and the unit above.

    `title` are the words of a heading, empty for other units.
    """

    id: str
    kind: str
    level: int
    parent: str | None
    title: str


@memoized
def citables(edition: Edition, locale: Locale) -> tuple[Citable, ...]:
    """The citable units of a language in the order of the text."""
    found = []
    for unit in walk(edition, locale):
        kind = {TITLE: FRONT, HEADING: _SECTION}.get(unit.kind, unit.kind)
        parent = unit.sections[-1] if unit.sections else None
        found.append(Citable(unit.id, kind, len(unit.sections) + 1, parent, unit.words if kind == _SECTION else ""))
    return tuple(found)


def depth(edition: Edition, locale: Locale) -> int:
    """The number of levels."""
    return max(one.level for one in citables(edition, locale))


def below(edition: Edition, locale: Locale, unit: Citable | None, down: int | None) -> list[Citable]:
    """The units from this one, or from the top, to so many levels below it; -1 means all, 0 the unit with its siblings.

    Empty without `down`, if only the unit itself was asked for.
    """
    children = _children(edition, locale)
    if down is None:
        return []
    if down == 0:
        return children[unit.parent if unit else None]

    def within(one: Citable, levels: int) -> Iterator[Citable]:
        yield one
        if levels:
            for child in children[one.id]:
                yield from within(child, levels - 1)

    if unit:
        return [*within(unit, down)]
    return [found for one in children[None] for found in within(one, down - 1 if down > 0 else down)]


@memoized
def _children(edition: Edition, locale: Locale) -> dict[str | None, list[Citable]]:
    found: dict[str | None, list[Citable]] = defaultdict(list)
    for one in citables(edition, locale):
        found[one.parent].append(one)
    return found


@memoized
def tree(edition: Edition, locale: Locale) -> dict[str, Any]:
    """The kinds of units that stand below each other, as a `CitationTree`."""
    children = _children(edition, locale)

    def kinds(units: list[Citable]) -> list[dict[str, Any]]:
        found = []
        for kind in dict.fromkeys(one.kind for one in units):
            lower = kinds([child for one in units if one.kind == kind for child in children[one.id]])
            structure = {"@type": "CiteStructure", "citeType": kind}
            found.append(structure | ({"citeStructure": lower} if lower else {}))
        return found

    return {"@type": "CitationTree", "citeStructure": kinds(children[None])}
