"""The structure of the article: its units and parts, its sections with their paragraphs, its headings."""

from __future__ import annotations

from dataclasses import dataclass

from ..markup.bare_text import bare_text
from ..markup.parsing import parse_page
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import UNIT, Locale, Page

_LEVELS = {"h2": 2, "h3": 3}
_KINDS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "span")


@dataclass(frozen=True)
class Section:
    """A section: its id, its level (2 or 3), whether its heading was added by the edition, and its contents.

    `units` are the ids of its paragraphs and list items in order, including those of its subsections.
    """

    id: str
    level: int
    by_edition: bool
    units: tuple[str, ...]
    subsections: tuple[str, ...]


@memoized
def structure(edition: Edition, page: Page) -> tuple[tuple[str, str], ...]:
    """The ids in the article's text, without marks, in order, each with its element: `("p12", "p")`."""
    return tuple(
        (name, str(element.tag))
        for element in parse_page(edition, page).iter(*_KINDS)
        if (name := element.get("id")) in page.ids and element.get("data-apparatus") is None
    )


@memoized
def sections(edition: Edition) -> dict[str, Section]:
    """The sections of the original in order, by id; the other languages have the same ids."""
    page = edition.article(edition.original)
    units: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    heads: dict[str, tuple[int, bool]] = {}
    open_ones: list[str] = []
    for element in parse_page(edition, page).iter(*_LEVELS, "p", "li"):
        name = element.get("id", "")
        if name not in page.ids:
            continue
        if level := _LEVELS.get(str(element.tag)):
            open_ones = [one for one in open_ones if heads[one][0] < level]
            for above in open_ones:
                below[above].append(name)
            open_ones.append(name)
            heads[name] = (level, "by-edition" in element.get("class", "").split())
            units[name], below[name] = [], []
        elif UNIT.fullmatch(name):
            for above in open_ones:
                units[above].append(name)
    return {
        name: Section(name, level, by_edition, tuple(units[name]), tuple(below[name]))
        for name, (level, by_edition) in heads.items()
    }


@memoized
def headings(edition: Edition, locale: Locale) -> dict[str, str]:
    """The text of every heading of the article in this language, by id."""
    page = edition.article(locale)
    return {
        name: bare_text(element)
        for element in parse_page(edition, page).iter(*_LEVELS)
        if (name := element.get("id")) in page.ids
    }


def section_of(edition: Edition, unit: str) -> tuple[str, ...]:
    """The ids of the sections that contain a paragraph, outermost first."""
    return _containing(edition).get(unit, ())


@memoized
def _containing(edition: Edition) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, section in sections(edition).items():
        for unit in section.units:
            found[unit] = (*found.get(unit, ()), name)
    return found
