"""A rendered page has a duplicate id.

A link to it leads to its first occurrence only; a template may use an id that the page already has.

Bad:   <main id="content"> and a heading with the id content
Good:  each id once
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from . import Site


def check(edition: Edition, site: Site) -> Iterator[Problem]:
    """Look at every id of every page, including those of the templates."""
    for page in site.pages.values():
        seen: set[str] = set()
        for element in page.tree.xpath("descendant-or-self::*[@id]"):
            name = element.get("id")
            if name in seen:
                yield Problem(page.place(element), f"duplicate id {name}")
            seen.add(name)
