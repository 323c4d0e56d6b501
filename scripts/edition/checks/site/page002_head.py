"""A rendered page lacks its language, its title or its description, or names a language that is not its own.

Screen readers, translators and search engines go by these.

Bad:   <html lang="en"> on a Kazakh page
Good:  <html lang="kk">, <title>, <meta name="description">
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model import Edition, address
from . import Site


def check(edition: Edition, site: Site) -> Iterator[Problem]:
    """Look at every page of the edition."""
    for page in edition.pages.values():
        path = f"{address(page.locale, page.name)}index.html"
        rendered = site.pages.get(path)
        if rendered is None:
            yield Problem(page.place(0), f"the site has no {path}")
            continue
        root = rendered.tree
        if root.get("lang") != page.locale.code:
            yield Problem(rendered.place(root), f"lang is {root.get('lang')}, the page is {page.locale.code}")
        if not (root.findtext("head/title") or "").strip():
            yield Problem(rendered.place(root), "the page has no title")
        if not root.xpath("head/meta[@name='description']/@content"):
            yield Problem(rendered.place(root), "the page has no description")
