"""A link names a file in the wrong letter case.

It works on macOS and Windows, but not on the host that serves the site.

Bad:   [notes](Notes.md)
Good:  [notes](notes.md)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ..link_targets import resolved_links


def check(edition: Edition) -> Iterator[Problem]:
    """Look for links that match a file except for letter case."""
    for page in edition.pages.values():
        for link, target in resolved_links(edition, page):
            if target.kind == "case":
                yield Problem(link.place, f"{link.target} has the wrong letter case", target.hint)
