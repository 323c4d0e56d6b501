"""The text of the edition by language, from the pages and the data, for the checks of language.

The author's own words are marked as such: they are compared with the source, not checked for language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from ..findings import Place
from ..markup.parsing import parse_page
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import Page
from ..model.yaml_data import Data
from .unit_ids import is_authors_own

FOREIGN = "\ufffc"  # placeholder for words in another language
_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "td", "th", "summary", "figcaption", "caption")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LITERAL = ("code", "pre", "kbd", "samp", "script", "style")


@dataclass(frozen=True, eq=False)
class Passage:
    """A block of a page, or a value of a data file, in one language.

    `where` returns the place of the nth occurrence, counted from 0, of some of its words. `name` is the unit or the
    key in the data file. `page` is true for text of a page, where words in another language can be marked, and false
    for text of the data. `heading` is true for headings, which are short.
    """

    language: str
    words: str
    name: str
    authors: bool
    where: Callable[[str, int], Place]
    page: bool = True
    heading: bool = False


@memoized
def passages(edition: Edition) -> tuple[Passage, ...]:
    """All text of all pages, block by block, and of the data files, value by value."""
    found: list[Passage] = []
    for page in edition.pages.values():
        found += _of_page(edition, page)
    codes = {locale.code for locale in edition.locales}
    for data in edition.localized_data:
        found += _of_data(data, codes)
    return tuple(found)


def _of_page(edition: Edition, page: Page) -> Iterator[Passage]:
    for key, words in (("title", page.title), ("description", page.description)):
        yield Passage(page.locale.code, words, key, False, _always(page.meta.place(key)))
    tree = parse_page(edition, page)
    for block in tree.iter(*_BLOCKS):
        unit = next(filter(None, (above.get("id") for above in (block, *block.iterancestors()))), "")
        first = " ".join("".join(_pieces(block, None)).replace(FOREIGN, " ").split()[:4])

        def where(piece: str, nth: int, unit: str = unit, first: str = first) -> Place:
            if unit in page.spans:
                return page.find(piece, unit, nth)
            return page.find_from(_start(page, first), piece, nth)

        language = _language(block, page)
        authors = is_authors_own(edition, page.locale, unit)
        for code in dict.fromkeys([language, *(_language(inner, page) for inner in block.iter() if inner.get("lang"))]):
            words = " ".join("".join(_pieces(block, code, language)).split())
            if words.strip(f" {FOREIGN}"):
                yield Passage(code, words, unit or "the text", authors, where, heading=block.tag in _HEADINGS)


def _start(page: Page, first: str) -> Place:
    """Where a block without an id begins, found by its first words, or by fewer of them if markup interrupts them."""
    words = first.split()
    for count in range(len(words), 0, -1):
        place = page.find(" ".join(words[:count]))
        if place != page.place(0) or count == 1:
            return place
    return page.place(0)


def _pieces(element: HtmlElement, code: str | None, language: str = "") -> Iterator[str]:
    """The text of a block in one language (None for all), without the apparatus and nested blocks."""
    wanted = code is None or language == code
    yield (element.text or "") if wanted else FOREIGN if (element.text or "").strip() else ""
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "br":
            yield " "
        elif tag in _LITERAL:
            yield FOREIGN
        elif (
            tag
            and tag not in _BLOCKS
            and tag not in ("ul", "ol", "dl", "table")
            and child.get("data-apparatus") is None
        ):
            yield from _pieces(child, code, child.get("lang") or language)
        if (child.tail or "").strip() or wanted:
            yield (child.tail or "") if wanted else FOREIGN


def _language(element: HtmlElement, page: Page) -> str:
    return next(filter(None, (above.get("lang") for above in (element, *element.iterancestors()))), page.locale.code)


def _of_data(data: Data[Any], codes: set[str]) -> Iterator[Passage]:
    for key, entry in data.entries(codes):
        for code in (code for code in entry if code in codes):
            # The alphabets are not text.
            if isinstance(entry[code], str) and key != ("alphabet",):
                place = data.place(*key, code)
                name = ".".join(map(str, key))
                yield Passage(code, entry[code], name, False, _always(place), page=False)


def _always(place: Place) -> Callable[[str, int], Place]:
    """A `where` function for text with a single place."""
    return lambda _piece, _nth: place


def sentences(words: str) -> list[str]:
    """The sentences of a passage, split roughly, but well enough to recognise their language."""
    return re.split(r"(?<=[.!?;:…])\s+", words)
