"""An address that was published is not in the site that was built.

The last word on the promise of anchors.txt: what counts is what a browser gets.

Bad:   /ru/#p12 in anchors.txt, and no element with the id p12 in site/ru/index.html
Good:  every address of anchors.txt in its file
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from . import Site


def check(edition: Edition, site: Site) -> Iterator[Problem]:
    """Look for every recorded address in the rendered pages."""
    ids = {path: set(page.tree.xpath("//@id")) for path, page in site.pages.items()}
    for entry in edition.anchors:
        written, place = entry.address, entry.place
        address, _, anchor = written.partition("#")
        path = f"{address.lstrip('/')}index.html" if address.endswith("/") else address.lstrip("/")
        if path not in site.files:
            yield Problem(place, f"{written} was published, and the site has no {path}")
        elif anchor and anchor not in ids.get(path, ()):
            yield Problem(place, f"{written} was published, and {path} has no such id")
