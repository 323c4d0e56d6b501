"""A published address is missing from the built site.

This is the final check of the promise that anchors.txt makes: it looks at what a browser gets.

Bad:   /ru/#p12 in anchors.txt, but no element with the id p12 in site/ru/index.html
Good:  every address in anchors.txt exists in its file
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from . import Site


def check(edition: Edition, site: Site) -> Iterator[Problem]:
    """Look up every recorded address in the rendered pages."""
    for entry in edition.anchors:
        place = entry.place
        address, _, anchor = entry.address.partition("#")
        path = f"{address.lstrip('/')}index.html" if address.endswith("/") else address.lstrip("/")
        if path not in site.published:
            yield Problem(place, f"{entry.address} was published, but the site has no {path}")
        elif anchor and not (path in site.pages and anchor in site.pages[path].ids):
            yield Problem(place, f"{entry.address} was published, but {path} has no such id")
