"""A second renderer: all pages and 404.html, with only Jinja and Python-Markdown.

It replaces `hooks.py` and MkDocs, and must produce the same bytes: it shows all that any renderer has to know of the
edition.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import markdown
import material
from edition.addresses import redirects
from edition.model.addressing import address, link
from edition.model.edition import Edition
from edition.model.page import Page
from edition.model.settings import extensions
from edition.render.page_context import missing_page_context, page_context
from edition.render.whole_pages import extension
from jinja2 import Environment, FileSystemLoader
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup


def rendered(edition: Edition) -> Iterator[tuple[str, str]]:
    """The paths of the pages, relative to the root of the site, with their HTML."""
    folders = [edition.root / "overrides", *(f"{path}/templates" for path in material.__path__)]
    environment = Environment(
        loader=FileSystemLoader(folders), autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    for page in edition.pages.values():
        context = page_context(edition, page) | {
            "content": Markup(body(edition, page)),
            "config": theme(page.locale.code),
        }
        path = f"{address(page.locale, page.name)}index.html"
        yield path, environment.get_template("main.html").render(page_context(edition, page), **context)
    context = missing_page_context(edition) | {"config": theme(edition.original.code)}
    yield "404.html", environment.get_template("404.html").render(context)


def body(edition: Edition, page: Page) -> str:
    """The HTML of the body of a page."""
    edition_extension = extension(edition)
    edition_extension.page = page
    arguments = extensions(edition.settings)
    arguments["extensions"].append(edition_extension)
    parser = markdown.Markdown(**arguments)
    # After all others, where MkDocs has its own.
    parser.treeprocessors.register(_Links(edition, page), "links", 0)
    return redirects.with_retired_ids(edition, page, parser.convert(page.body))


def theme(code: str) -> dict[str, dict[str, str]]:
    """The configuration that the theme's texts need: their language."""
    return {"theme": {"language": code}}


class _Links(Treeprocessor):
    """Replaces the file names in links with addresses."""

    def __init__(self, edition: Edition, page: Page) -> None:
        super().__init__()
        self.edition, self.page = edition, page

    def run(self, root: Element) -> None:
        here = address(self.page.locale, self.page.name)
        for element in root.iter("a"):
            path, _, anchor = element.get("href", "").partition("#")
            file = posixpath.normpath(posixpath.join(posixpath.dirname(self.page.path), path))
            if path and (found := self.edition.page_at.get(file)):
                element.set("href", link(here, address(found.locale, found.name), anchor))
