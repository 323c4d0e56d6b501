"""A rendered page makes the browser ask another host.

Readers are nobody's business but their own, and the edition must read without any network but its own.

Bad:   <script src="https://cdn.example/x.js">
Good:  <script src="assets/js/x.js">
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from ...findings import Problem
from ...model import Edition
from . import Site

# What a browser fetches by itself; a link that a reader follows is another matter.
_FETCHED = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src", "use": "href"}
_NOT_FETCHED = {"canonical", "alternate", "license", "author"}


def check(edition: Edition, site: Site) -> Iterator[Problem]:
    """Look at every address that a browser fetches by itself."""
    for page in site.pages.values():
        for element in page.tree.iter(*_FETCHED):
            address = element.get(_FETCHED[element.tag]) or ""
            if urlsplit(address).netloc and element.get("rel") not in _NOT_FETCHED:
                yield Problem(page.place(element), f"{address} is on another host")
