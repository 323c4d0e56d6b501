"""The article in one language: a chapter for its front matter and one for each section."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.edition import Edition
from ...model.page import Locale
from ...text.pieces import PageBreak
from ...text.walk import HEADING, ITEM, TITLE, Walked
from .places import FRONT, chapters, file_of
from .units import page_break, unit_element
from .xhtml import Element, tag

__all__ = ["FRONT", "chapters_of", "file_of", "first_page", "headings_within", "title"]


def title(edition: Edition, locale: Locale) -> str:
    """The title of the article in a language."""
    return edition.facts.article.title.get(locale.code, "")


def chapters_of(edition: Edition, locale: Locale) -> Iterator[tuple[str, str, Element]]:
    """The chapters in order: name, title and body."""
    for name, units in chapters(edition, locale).items():
        path = file_of(locale, name)
        section = tag("section", class_=None if name != FRONT else "opening")
        if name != FRONT:
            section.set("role", "doc-chapter")
            section.set("{http://www.idpf.org/2007/ops}type", "chapter")
        elif page := first_page(edition, locale):
            section.append(tag("p", page_break(edition, locale, page), class_="first-page", data_apparatus=""))
        _fill(edition, locale, path, units, section)
        heading = next((unit.words for unit in units if unit.kind in (TITLE, HEADING)), title(edition, locale))
        yield name, heading, tag("body", section, epub_type="bodymatter")


def first_page(edition: Edition, locale: Locale) -> PageBreak | None:
    """The first page of the print, where the original begins; None in translations, or if it is unknown."""
    first = edition.facts.article.first_page
    return PageBreak(f"pb{first}", first, spaced=False) if first and locale.original else None


def headings_within(edition: Edition, locale: Locale, name: str) -> Iterator[tuple[str, str, bool]]:
    """The headings within a chapter: id, words, and whether the edition added it."""
    for unit in chapters(edition, locale)[name]:
        if unit.kind == HEADING and unit.id != name:
            yield unit.id, unit.words, unit.by_edition


def _fill(edition: Edition, locale: Locale, path: str, units: tuple[Walked, ...], into: Element) -> None:
    """Append the units to an element: items in lists, front matter in other languages in divisions."""
    around, of = into, ""
    for unit in units:
        group = unit.list if unit.kind == ITEM else ""
        group = group or (unit.language if unit.language != locale.code else "")
        if group != of:
            of, around = group, into
            if unit.kind == ITEM:
                around = _list(unit)
            elif group:
                around = tag("div", class_="other-language", lang=unit.language)
            if around is not into:
                into.append(around)
        around.append(unit_element(edition, locale, path, unit))


def _list(first: Walked) -> Element:
    """The list that begins with this item."""
    if not first.marker.rstrip(".").isdigit():
        return tag("ul", class_="items")
    start = first.marker.rstrip(".")
    return tag("ol", class_="items", start=None if start == "1" else start)
