"""Where everything stands in the book: the file of each unit, mark and note."""

from __future__ import annotations

from ...model.edition import Edition
from ...model.memo import memoized
from ...model.page import Locale
from ...text.pieces import CriticalMark, NoteMark, PageBreak, PartStart
from ...text.walk import HEADING, Walked, walk
from .xhtml import relative

FRONT, ABOUT, NOTES, CRITICAL, TIMELINE, GLOSSARY = "front", "about", "notes", "critical", "timeline", "glossary"


def file_of(locale: Locale, name: str) -> str:
    """The path, within the book, of a chapter in a language, by the id of its section or one of the names above."""
    return f"{locale.code}/{name}.xhtml"


def chapter_of(unit: Walked) -> str:
    """The chapter that a unit stands in: its outermost section, or the front matter."""
    if unit.sections:
        return unit.sections[0]
    return unit.id if unit.kind == HEADING else FRONT


@memoized
def places(edition: Edition, locale: Locale) -> dict[str, str]:
    """The path of the file of every id in the article in this language: units, parts, marks, page breaks."""
    found: dict[str, str] = {}
    for unit in walk(edition, locale):
        path = file_of(locale, chapter_of(unit))
        found[unit.id] = path
        for piece in unit.pieces:
            if isinstance(piece, PartStart | NoteMark | CriticalMark | PageBreak):
                found[piece.id] = path
    return found


@memoized
def chapters(edition: Edition, locale: Locale) -> dict[str, tuple[Walked, ...]]:
    """The units of each chapter of the article, by the chapter's name, in order."""
    found: dict[str, list[Walked]] = {}
    for unit in walk(edition, locale):
        found.setdefault(chapter_of(unit), []).append(unit)
    return {name: tuple(units) for name, units in found.items()}


def to(edition: Edition, path: str, locale: Locale, name: str) -> str | None:
    """The address of an id of the article in a language, as seen from a file; None if that language lacks it."""
    found = places(edition, locale).get(name)
    return relative(path, found, name) if found else None
