"""The navigation document: contents, pages of the print, landmarks."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.edition import Edition
from ...model.page import PAGE_BREAK
from .about import TITLE_PAGE
from .article import FRONT, file_of, first_page
from .book import Chapter, Entry
from .places import places
from .xhtml import Content, Element, add, document, tag

PATH = "nav.xhtml"


def navigation(edition: Edition, chapters: Sequence[Chapter]) -> bytes:
    """The navigation document, with a part for each language; its own words are in all languages."""
    everywhere = [edition.translator(locale) for locale in edition.locales]
    body = tag("body", _contents(edition, chapters, [one("epub.contents") for one in everywhere]))
    if pages := _pages(edition):
        original = edition.translator(edition.original)
        listed = tag("ol", *(tag("li", tag("a", str(page), href=href)) for page, href in pages))
        attributes = {"epub_type": "page-list", "role": "doc-pagelist", "aria_labelledby": "pages"}
        body.append(tag("nav", tag("h2", original("epub.pages"), id="pages"), listed, **attributes))
    body.append(_landmarks(edition, everywhere[0]("epub.contents")))
    return document(PATH, everywhere[0]("epub.contents"), edition.original.code, body)


def _contents(edition: Edition, chapters: Sequence[Chapter], titles: list[str]) -> Element:
    heading = tag("h1", id="contents")
    for nth, (locale, title) in enumerate(zip(edition.locales, titles, strict=True)):
        add(heading, " · " if nth else "", tag("span", title, lang=locale.code))
    listed = tag("ol")
    for chapter in chapters:
        if chapter.part is None:
            continue
        if chapter.opens:
            inner = tag("ol", tag("li", _link(chapter, chapter.title)))
            link = tag("a", chapter.part.name, href=chapter.path, lang=chapter.language)
            add(listed, tag("li", link, inner))
        else:
            item = tag("li", _link(chapter, chapter.title))
            if chapter.within:
                add(item, tag("ol", *(tag("li", _within(chapter, one)) for one in chapter.within)))
            add(inner, item)
    return tag("nav", heading, listed, epub_type="toc", role="doc-toc", aria_labelledby="contents")


def _link(chapter: Chapter, *words: Content) -> Element:
    return tag("a", *words, href=chapter.path, lang=chapter.language)


def _within(chapter: Chapter, entry: Entry) -> Element:
    words = tag("i", entry.heading) if entry.by_edition else entry.heading
    return tag("a", words, href=f"{chapter.path}#{entry.anchor}", lang=chapter.language)


def has_pages(edition: Edition) -> bool:
    """Whether the pages of the print are marked."""
    return bool(_pages(edition))


def _pages(edition: Edition) -> list[tuple[int, str]]:
    """The pages of the print in the original: number and address."""
    original = edition.original
    first = first_page(edition, original)
    found = [(first.number, f"{file_of(original, FRONT)}#{first.id}")] if first else []
    for name, path in places(edition, original).items():
        if match := PAGE_BREAK.fullmatch(name):
            found.append((int(match["number"]), f"{path}#{name}"))
    return found


def _landmarks(edition: Edition, contents: str) -> Element:
    start = file_of(edition.original, FRONT)
    marks = (
        ("toc", f"{PATH}#contents", contents),
        ("titlepage", TITLE_PAGE, edition.translator(edition.original)("unit.title")),
        ("bodymatter", start, edition.facts.article.title.get(edition.original.code, "")),
    )
    items = (tag("li", tag("a", words, href=href, epub_type=kind)) for kind, href, words in marks)
    return tag("nav", tag("ol", *items), epub_type="landmarks", hidden="hidden", aria_label=contents)
