"""A rendered page loads something from another host.

This would disclose readers to a third party, and the edition must work offline.

Bad:   <script src="https://cdn.example/x.js">
Good:  <script src="assets/js/x.js">
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from . import Site

# What a browser loads by itself; links that a reader may follow are allowed.
_NAMED = ("canonical", "alternate", "license", "cite-as", "type", "linkset", "schema.DC")
# Several paths, not their union: to put a union in order takes long on long pages.
_LOADED = (
    *("//@src", "//@srcset", "//@poster", "//@data", "//@style"),
    "//link[not({})]/@href".format(" or ".join(f"contains(concat(' ', @rel, ' '), ' {kind} ')" for kind in _NAMED)),
)
_OTHER = re.compile(r"(?:https?:)?//[^\s\"')]+", re.IGNORECASE)


def check(edition: Edition, site: Site) -> Iterator[Problem]:
    """Look at every address that a browser loads by itself."""
    for page in site.pages.values():
        for value in (value for path in _LOADED for value in page.tree.xpath(path)):
            if match := _OTHER.search(value):
                yield Problem(page.place(value.getparent()), f"{match[0]} is on another host")
