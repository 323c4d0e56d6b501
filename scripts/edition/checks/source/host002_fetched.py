"""A page embeds an image, a video or a frame from another host.

The reader's browser would contact that host, and tell it who reads what.

Bad:   ![The map](https://host.example/map.png)
Good:  ![The map](map.png), with the file in docs/; or a link that the reader may follow
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ..link_targets import resolved_links


def check(edition: Edition) -> Iterator[Problem]:
    """Look for external addresses that a browser loads by itself."""
    for page in edition.pages.values():
        for link, target in resolved_links(edition, page):
            if target.kind == "external" and link.element.tag not in ("a", "area"):
                yield Problem(link.place, f"{link.target} would be loaded from another host", "put the file in docs/")
