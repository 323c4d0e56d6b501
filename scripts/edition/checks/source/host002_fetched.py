"""A page has a picture, a film or a frame of another host.

The reader's browser would ask that host for it, and tell it who reads what.

Bad:   ![The map](https://host.example/map.png)
Good:  ![The map](map.png), with the file below docs/; or a link that the reader may follow
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ..link_targets import followed


def check(edition: Edition) -> Iterator[Problem]:
    """Look for whatever a browser fetches by itself."""
    for page in edition.pages.values():
        for link, goal in followed(edition, page):
            if goal.kind == "elsewhere" and link.element.tag not in ("a", "area"):
                yield Problem(
                    link.place, f"{link.target} would be fetched from another host", "put the file below docs/"
                )
