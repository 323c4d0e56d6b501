"""Checks of the rendered site. Each receives the edition and the site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from ...findings import Place
from ...model.edition import Edition
from ...outputs import site_files

# Plain strings; by default, each would keep its element alive.
_IDS = etree.XPath("//@id", smart_strings=False)


@dataclass(frozen=True, eq=False)
class Rendered:
    """One HTML file of the site: its path, relative to the site's root, with `/`, and its tree."""

    path: str
    tree: HtmlElement

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id in the file."""
        return frozenset(_IDS(self.tree))

    def place(self, element: HtmlElement) -> Place:
        """The place of an element; the HTML parser knows lines, but no columns."""
        return Place(f"site/{self.path}", element.sourceline or 1)


@dataclass(frozen=True, eq=False)
class Site:
    """The rendered site: its folder, HTML files by path, the paths of all files, and the path it is served at.

    `published` are the paths that pages may link to: a preview lacks some of the files.
    """

    folder: Path
    pages: dict[str, Rendered]
    files: frozenset[str]
    published: frozenset[str]
    base: str


def load(edition: Edition, folder: Path) -> Site:
    """Read a rendered site."""
    files = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    pages = {
        path: Rendered(path, lxml.html.document_fromstring((folder / path).read_bytes().rstrip() or b"<html></html>"))
        for path in sorted(files)
        if path.endswith(".html")
    }
    published = files | site_files.paths(edition).keys() if edition.options.preview else files
    return Site(folder, pages, files, published, unquote(urlsplit(edition.site_url).path) or "/")
