"""Parses a page into its HTML tree, exactly as MkDocs will."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import lxml.html
import markdown
from lxml.html import HtmlElement
from markdown.treeprocessors import Treeprocessor

from ..findings import Finding, LoadError
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import Page
from ..model.settings import extensions
from .extension import EditionExtension

# The attribute that keeps a link's address as written in Markdown; it is never rendered.
WRITTEN = "data-written"


def to_tree(edition: Edition, page: Page, extension: EditionExtension) -> HtmlElement:
    """The body of a page as an HTML tree, converted with the extensions of mkdocs.yml and this one."""
    extension.page = page
    arguments = extensions(edition.settings)
    arguments["extensions"].append(extension)
    parser = markdown.Markdown(**arguments)
    # Before links to other languages are rewritten.
    parser.treeprocessors.register(_Witness(parser), "edition-witness", 5.5)
    try:
        html = parser.convert(page.body)
    except RecursionError:
        message = "the page is nested too deeply to parse"
        raise LoadError([Finding(page.place(0), "FILE009", message, "reduce the nesting")]) from None
    return lxml.html.fragment_fromstring(html, create_parent="div")


@memoized
def parse_page(edition: Edition, page: Page) -> HtmlElement:
    """The tree of a page without its generated blocks."""
    return to_tree(edition, page, EditionExtension(edition))


class _Witness(Treeprocessor):
    """Records, for the checks, the addresses as written in Markdown."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in ("a", "img"):
                element.set(WRITTEN, element.get("href" if element.tag == "a" else "src", ""))
