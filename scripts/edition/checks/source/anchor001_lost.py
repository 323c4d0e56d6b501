"""An address that was published is no longer there.

Whoever cited it would send readers to nothing. anchors.txt holds every address ever published, and only grows.

Bad:   /ru/#p12 in anchors.txt, and no p12 on the Russian page
Good:  every address of anchors.txt is there, or has a successor: /ru/#p12 -> /ru/#p12a
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.addressing import address
from ...model.edition import Edition
from ..anchors import addresses


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the record with the ids of the pages."""
    here = addresses(edition)
    pages = {f"/{address(page.locale, page.name)}": page.path for page in edition.pages.values()}
    for entry in edition.anchors:
        if entry.address not in here and not entry.redirect_to:
            page, _, anchor = entry.address.partition("#")
            path = pages.get(page, "its page")
            hint = f"put the id back in {path}: {{: #{anchor} }}" if anchor else "put the page back"
            hint += f"; or say what has taken its place: {entry.address} -> …"
            yield Problem(entry.place, f"{entry.address} was published and is gone", hint)
