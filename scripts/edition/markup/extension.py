"""The Python-Markdown extension of the edition.

It adds two kinds of syntax. A mark, `[^n4, vol. 4, p. 77]`, is a note mark, a text-critical mark or a page break,
depending on its id. `[[timeline]]` in a paragraph of its own is a block generated from the data. It also gives every
unit its number and the dates that it mentions. All of these are apparatus and carry the attribute `data-apparatus`;
everything else is the author's text.

The checks and MkDocs use the same extension with the same settings, those of `mkdocs.yml`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from ..model.addressing import ARTICLE, TIMELINE, address, link
from ..model.edition import Edition
from ..model.page import UNIT, Locale, Page
from ..model.timeline import Event
from . import mark_tokens
from .bare_text import fold
from .marks import short_date, stale_mark
from .signs import FINISHED, sign_element, to_card
from .typesetting import typeset

_QUOTED = re.compile(r'(<(?:span|i|em|q)\b[^>]*\blang="[^"]+")(?![^>]*\btranslate=)')
BLOCK = re.compile(r"\[\[(?P<name>[a-z-]+)\]\]")


class EditionExtension(Extension):
    """The edition's extension of Python-Markdown.

    `page` is the page to convert next; `block` returns the HTML of one of its blocks, by the block's name; `stale`
    returns its units whose original has changed since they were translated. `typeset` inserts no-break spaces: for
    readers, not for checks.
    """

    page: Page

    def __init__(
        self,
        edition: Edition,
        block: Callable[[Page, str], str | None] = lambda _page, _name: "",
        stale: Callable[[Page], Collection[str]] = lambda _page: (),
        typeset: bool = False,
    ):
        super().__init__()
        self.edition = edition
        self.block = block
        self.stale = stale
        self.typeset = typeset

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Called by Python-Markdown. The priorities fit among its own: links have 160, attribute lists 8."""
        md.parser.blockprocessors.register(_Blocks(md.parser, self), "edition-blocks", 95)
        mark_tokens.register(md, self)
        md.treeprocessors.register(_Units(md, self), "edition-units", 6)
        # MkDocs resolves links at priority 0, and only knows the pages of one language.
        md.treeprocessors.register(_OtherLanguages(md, self), "edition-languages", 5)
        # After the table of contents (priority 5) has read the headings.
        md.treeprocessors.register(_Sections(md, self), "edition-sections", 4)
        md.treeprocessors.register(_Finish(md), "edition-finish", -1)
        # After the raw HTML (priority 30), where such words are marked, has come back.
        md.postprocessors.register(_Quoted(md), "edition-quoted", 4)
        if self.typeset:
            md.treeprocessors.register(_Typeset(md, self), "edition-typeset", -2)


class _Blocks(BlockProcessor):
    def __init__(self, parser: markdown.blockparser.BlockParser, extension: EditionExtension):
        super().__init__(parser)
        self.extension = extension

    def test(self, _parent: Element, block: str) -> bool:
        return BLOCK.fullmatch(block.strip()) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        name = BLOCK.sub(r"\g<name>", blocks.pop(0).strip())
        html = self.extension.block(self.extension.page, name)
        element = SubElement(parent, "div", {"data-block": name})
        element.text = self.parser.md.htmlStash.store(html or "")


class _OfThePage(Treeprocessor):
    """A tree processor that needs to know which page is being converted."""

    def __init__(self, md: markdown.Markdown, extension: EditionExtension):
        super().__init__(md)
        self.extension = extension


class _Units(_OfThePage):
    def run(self, root: Element) -> None:
        edition, page = self.extension.edition, self.extension.page
        if page.name != ARTICLE:
            return
        for element in list(root.iter()):
            unit = element.get("id", "")
            if element.tag not in ("p", "li") or not (match := UNIT.fullmatch(unit)):
                continue
            name = edition.translator(page.locale)("unit.cite", number=match["number"])
            number = to_card(page, unit, match["number"], name)
            number.tail, element.text = f" {element.text or ''}", None
            element.insert(0, number)
            if unit in self.extension.stale(page):
                sign = sign_element(edition, page.locale, stale_mark(edition, page, unit), f"stale-{unit}")
                sign.tail, number.tail = number.tail, " "
                element.insert(1, sign)
            # Events without a date are only on the card and in the timeline.
            if events := [event for event in edition.events_of.get(unit, ()) if event.span]:
                element[-1].tail = f"{element[-1].tail or ''} "
                element.append(self._dates(events))

    def _dates(self, events: Iterable[Event]) -> Element:
        edition, page = self.extension.edition, self.extension.page
        here, there = address(page.locale, page.name), address(page.locale, TIMELINE)
        name = edition.translator(page.locale)("unit.events")
        # Programs that extract the text leave out what is called related.
        dates = Element("span", {"class": "dates related", "role": "group", "aria-label": name, "data-apparatus": ""})
        for event in events:
            anchor = SubElement(dates, FINISHED, {"href": link(here, there, event.id)})
            anchor.text = short_date(edition, event, page.locale)
            anchor.tail = " "
        return dates


class _Sections(_OfThePage):
    """Puts a section sign beside each heading of the article, not inside it, so that it is not part of its name."""

    def run(self, root: Element) -> None:
        edition, page = self.extension.edition, self.extension.page
        if page.name != ARTICLE:
            return
        for parent in list(root.iter()):
            for nth, heading in enumerate(parent):
                unit = heading.get("id")
                if heading.tag not in ("h2", "h3") or not unit:
                    continue
                name = edition.translator(page.locale)("section.cite", title=_name(heading))
                box = Element("header", {"class": "headed"})  # reader views drop a div with little text
                box.extend([heading, to_card(page, unit, "§", name)])
                box.tail, heading.tail = heading.tail, "\n"
                parent[nth] = box


def _name(heading: Element) -> str:
    """The text of a heading during conversion, without marks and without placeholders for raw HTML."""

    def words(element: Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            if child.get("data-apparatus") is None:
                yield from words(child)
            yield child.tail or ""

    return fold(HTML_PLACEHOLDER_RE.sub("", "".join(words(heading))))


class _OtherLanguages(_OfThePage):
    def run(self, root: Element) -> None:
        edition, page = self.extension.edition, self.extension.page
        for element in list(root.iter("a")):
            path, _, anchor = element.get("href", "").partition("#")
            found = edition.page_at.get(posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(path))))
            if found and found.locale != page.locale:
                there = address(found.locale, found.name)
                element.set("href", link(address(page.locale, page.name), there, anchor))
                element.set("hreflang", found.locale.code)
                element.tag = FINISHED


class _Typeset(_OfThePage):
    def run(self, root: Element) -> None:
        locale = self.extension.page.locale
        for element in root.iter():
            if element.text and element.tag not in ("code", "pre"):
                element.text = _as_was(element.text, locale)
            if element.tail:
                element.tail = _as_was(element.tail, locale)


def _as_was(text: str, locale: Locale) -> str:
    """The typeset text as an instance of the same class: Python-Markdown marks literal text by its class."""
    return type(text)(typeset(text, locale))


class _Quoted(Postprocessor):
    """Keeps browsers that translate the page from translating words quoted in another language."""

    def run(self, text: str) -> str:
        return _QUOTED.sub(r'\1 translate="no"', text)


class _Finish(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter(FINISHED):
            element.tag = "a"
