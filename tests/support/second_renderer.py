"""A second renderer: every page and the page of a missing address, by Jinja and Python-Markdown alone.

It stands where `hooks.py` and MkDocs stand, and must give the same bytes: what it has to know of the edition is all
that a third renderer would have to.
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
    """The pages with their paths below the root of the site."""
    folders = [edition.root / "overrides", *(f"{path}/templates" for path in material.__path__)]
    environment = Environment(
        loader=FileSystemLoader(folders), autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    for page in edition.pages.values():
        given = page_context(edition, page) | {
            "content": Markup(body(edition, page)),
            "config": theme(page.locale.code),
        }
        path = f"{address(page.locale, page.name)}index.html"
        yield path, environment.get_template("main.html").render(page_context(edition, page), **given)
    given = missing_page_context(edition) | {"config": theme(edition.original.code)}
    yield "404.html", environment.get_template("404.html").render(given)


def body(edition: Edition, page: Page) -> str:
    """The HTML of a page without its frame."""
    ours = extension(edition)
    ours.page = page
    arguments = extensions(edition.settings)
    arguments["extensions"].append(ours)
    parser = markdown.Markdown(**arguments)
    # Where MkDocs has its own: after all others.
    parser.treeprocessors.register(_Links(edition, page), "links", 0)
    return redirects.with_retired_ids(edition, page, parser.convert(page.body))


def theme(code: str) -> dict[str, dict[str, str]]:
    """What the theme's words ask for: the language they are to be in."""
    return {"theme": {"language": code}}


class _Links(Treeprocessor):
    """Makes of the names of files, which Markdown links to, their addresses."""

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
