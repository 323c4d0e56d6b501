"""An id stands twice in a rendered page.

A link to it leads to the first place only; templates can give an id that a page has already.

Bad:   <main id="content"> and a heading with the id content
Good:  each id once
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from . import Site


def check(edition: Edition, site: Site) -> Iterator[Problem]:
    """Look at every id of every page, frame and all."""
    for page in site.pages.values():
        seen: set[str] = set()
        for element in page.tree.xpath("descendant-or-self::*[@id]"):
            name = element.get("id")
            if name in seen:
                yield Problem(page.place(element), f"the id {name} stands twice")
            seen.add(name)
