"""The files of the book in reading order, and its table of contents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.edition import Edition
from ...model.page import Locale
from . import about, article, cover, glossary, notes, timeline
from .xhtml import Element


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents: an id in the file, or an empty string for its beginning, and the heading."""

    anchor: str
    heading: str
    by_edition: bool = False


@dataclass(frozen=True)
class Chapter:
    """A file: its path, its language, its title, its body, and the headings within it.

    `part` is the language of the part that it belongs to, None before the parts. `opens` says whether it begins it.
    """

    path: str
    language: str
    title: str
    body: Element
    part: Locale | None = None
    opens: bool = False
    within: tuple[Entry, ...] = ()


def book(edition: Edition) -> Iterator[Chapter]:
    """All files of the book that are read, in order."""
    original = edition.original
    yield Chapter(cover.PAGE, original.code, cover.title(edition), cover.body(edition))
    yield Chapter(about.TITLE_PAGE, original.code, article.title(edition, original), about.title_page(edition))
    for locale in edition.locales:
        for name, title, body in article.chapters_of(edition, locale):
            path = article.file_of(locale, name)
            headings = tuple(Entry(*one) for one in article.headings_within(edition, locale, name))
            opens = name == article.FRONT
            yield Chapter(path, locale.code, title, body, locale, opens, headings)
        for module in (notes.authors, notes.critical, timeline.chapter, glossary.chapter, about.chapter):
            found = module(edition, locale)
            if found:
                path, title, body = found
                yield Chapter(path, locale.code, title, body, locale)
