"""The article as a sequence of units, with everything that a format needs. Each format is a writer over this walk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from ..markup.parsing import parse_page
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import PAGE_BREAK, PART, Locale, MarkOccurrence, Page
from .pieces import CriticalMark, NoteMark, PageBreak, PartEnd, PartStart, Piece, Words, plain
from .print_pages import Pages, print_pages
from .sections import section_of, sections, structure
from .unit_ids import is_authors_own, own_name

_SPACE = re.compile(r"[ \t\n]+")  # not the no-break spaces, which someone wrote
_STRONG, _EMPHASIS = ("strong", "b"), ("em", "i", "cite")
FRONT, TITLE, HEADING, PARAGRAPH, ITEM = "front", "title", "heading", "paragraph", "item"


@dataclass(frozen=True)
class Walked:
    """One unit in one language, or a heading that the edition added.

    `kind` is one of the constants of this module. `level` is that of a heading, 1 to 3, else 0. `sections` are the ids
    of the sections around it, outermost first. `language` is the code of the language it is written in: front matter
    may be in another than its page. `authors` says whether the words are the author's own, `by_edition` whether the
    edition added the heading. `list` is the id of the first item of its list, else empty; `marker` what the list draws
    before it: `3.` or `–`. `pages` are the first and last page of the print, None for what the print does not have.
    """

    id: str
    kind: str
    level: int
    sections: tuple[str, ...]
    language: str
    authors: bool
    by_edition: bool
    list: str
    marker: str
    pages: Pages | None
    pieces: tuple[Piece, ...]

    @property
    def words(self) -> str:
        """The words without apparatus, as `Unit.words` has them."""
        return plain(self.pieces)


@memoized
def walk(edition: Edition, locale: Locale) -> tuple[Walked, ...]:
    """The units of the article in this language, and the headings that the edition added, in the order of the page."""
    page = edition.article(locale)
    elements = {element.get("id"): element for element in parse_page(edition, page).iter() if element.get("id")}
    names = [name for name, _ in structure(edition, page) if not PART.fullmatch(name)]
    return tuple(_walked(edition, page, name, elements[name]) for name in names)


def _walked(edition: Edition, page: Page, name: str, element: HtmlElement) -> Walked:
    locale = page.locale
    section = sections(edition).get(name)
    tag = str(element.tag)
    own, code = own_name(edition, name)
    kind = {"h1": TITLE, "h2": HEADING, "h3": HEADING, "li": ITEM}.get(tag)
    if kind is None:
        kind = PARAGRAPH if section_of(edition, name) else FRONT
    written = code if code and code != locale.code else locale.code
    first, marker = _in_list(element) if kind == ITEM else ("", "")
    original = name if locale.original else _of_original(edition, locale, own, code)
    return Walked(
        id=name,
        kind=kind,
        level=int(tag[1]) if kind in (TITLE, HEADING) else 0,
        sections=_around(edition, name),
        language=written,
        authors=is_authors_own(edition, locale, name),
        by_edition=bool(section and section.by_edition),
        list=first,
        marker=marker,
        pages=None if section and section.by_edition else print_pages(edition).get(original),
        pieces=tuple(_tidy(_pieces(page, _occurrences(page), element, Words("", written)))),
    )


def _of_original(edition: Edition, locale: Locale, own: str, code: str) -> str:
    """The original's id of front matter: `abstract` in Russian is `abstract-ru`, and `abstract-kk` is `abstract`."""
    if code == edition.original.code:
        return own
    named = f"{own}-{code or locale.code}"
    return named if named in edition.emendations.units else own


def _around(edition: Edition, name: str) -> tuple[str, ...]:
    """The sections around a unit or a heading, outermost first."""
    if found := section_of(edition, name):
        return found
    return tuple(one for one, section in sections(edition).items() if name in section.subsections)


def _in_list(element: HtmlElement) -> tuple[str, str]:
    """The id of the first item of the list of this item, and the marker that the list draws before it."""
    parent = element.getparent()
    if parent is None:
        return "", ""
    items = [one for one in parent if one.tag == "li"]
    number = int(parent.get("start") or 1) + items.index(element)
    return items[0].get("id", ""), f"{number}." if parent.tag == "ol" else "–"


def _occurrences(page: Page) -> dict[str, MarkOccurrence]:
    return {one.id: one for one in page.occurrences}


def _pieces(page: Page, marks: dict[str, MarkOccurrence], element: HtmlElement, style: Words) -> Iterator[Piece]:
    """The pieces of the content of an element, with white space as written."""
    yield replace(style, text=element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            if child.get("data-apparatus") is not None:
                yield from _mark(marks, child)
            else:
                inner = replace(
                    style,
                    language=child.get("lang") or style.language,
                    strong=style.strong or child.tag in _STRONG,
                    emphasis=style.emphasis or child.tag in _EMPHASIS,
                )
                part = child.get("id", "") if PART.fullmatch(child.get("id", "")) else ""
                if part:
                    yield PartStart(part)
                if child.tag == "br":
                    yield replace(style, text=" ")
                yield from _pieces(page, marks, child, inner)
                if part:
                    yield PartEnd(part)
        yield replace(style, text=child.tail or "")


def _mark(marks: dict[str, MarkOccurrence], element: HtmlElement) -> Iterator[Piece]:
    """The piece for an element of the apparatus; none for numbers, dates and other signs that the page adds."""
    spaced = bool(element.text)
    for name in element.xpath("descendant-or-self::*/@id"):
        if match := PAGE_BREAK.fullmatch(name):
            # The break's own text is its number, in an element of its own, which begins with a space for the eye.
            yield PageBreak(name, int(match["number"]), spaced)
        elif found := marks.get(name):
            kinds = element.get("class", "").split()
            if "note-mark" in kinds:
                yield NoteMark(name, found.key, found.key.removeprefix("n"), found.locator, spaced)
            elif "critical-mark" in kinds:
                yield CriticalMark(name)


def _tidy(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with white space collapsed across them, none at the beginning and the end, and no empty runs."""
    found: list[Piece] = []
    after_space = True
    for piece in pieces:
        if not isinstance(piece, Words):
            if isinstance(piece, NoteMark | PageBreak):
                after_space = False
            found.append(piece)
            continue
        text = _SPACE.sub(" ", piece.text)
        if after_space:
            text = text.removeprefix(" ")
        if not text:
            continue
        after_space = text.endswith(" ")
        last = found[-1] if found else None
        if isinstance(last, Words) and replace(last, text=text) == replace(piece, text=text):
            found[-1] = replace(last, text=last.text + text)
        else:
            found.append(replace(piece, text=text))
    for nth in range(len(found) - 1, -1, -1):
        piece = found[nth]
        if isinstance(piece, Words):
            found[nth : nth + 1] = [replace(piece, text=text)] if (text := piece.text.rstrip(" ")) else []
            if text:
                break
    return found
