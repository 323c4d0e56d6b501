"""A published address no longer exists.

Citations of it would be dead. anchors.txt holds every address ever published, and only grows.

Bad:   /ru/#p12 in anchors.txt, but no p12 on the Russian page
Good:  every address in anchors.txt exists, or redirects: /ru/#p12 -> /ru/#p12a
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
            path = pages.get(page, "the page")
            hint = f"restore the id in {path}: {{: #{anchor} }}" if anchor else "restore the page"
            hint += f"; or redirect the address in anchors.txt: {entry.address} -> …"
            yield Problem(entry.place, f"{entry.address} was published and no longer exists", hint)
