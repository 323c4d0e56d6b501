"""A page as the tree of its HTML: what was written, parsed as MkDocs will parse it."""

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

# Where the tree keeps the address of a link as Markdown wrote it; it is never rendered.
WRITTEN = "data-written"


def to_tree(edition: Edition, page: Page, extension: EditionExtension) -> HtmlElement:
    """The body of a page as the tree of its HTML, converted by the extensions of mkdocs.yml and this one."""
    extension.page = page
    arguments = extensions(edition.settings)
    arguments["extensions"].append(extension)
    parser = markdown.Markdown(**arguments)
    # Before the addresses of other languages are put in.
    parser.treeprocessors.register(_Witness(parser), "edition-witness", 5.5)
    try:
        html = parser.convert(page.body)
    except RecursionError:
        message = "the page nests deeper than the parser can go"
        raise LoadError([Finding(page.place(0), "FILE009", message, "write it flat")]) from None
    return lxml.html.fragment_fromstring(html, create_parent="div")


@memoized
def parse_page(edition: Edition, page: Page) -> HtmlElement:
    """The tree of a page without its blocks: what was written, and nothing that is made from it."""
    return to_tree(edition, page, EditionExtension(edition))


class _Witness(Treeprocessor):
    """Remembers, for the checks, which addresses were written in Markdown and how."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in ("a", "img"):
                element.set(WRITTEN, element.get("href" if element.tag == "a" else "src", ""))
