"""A link leads out of docs/, or to a file that is not published.

Only the contents of docs/ are published, without docs/_data.

Bad:   [the licence](../../LICENSE)
Good:  [the rights](about.md#rights)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ..link_targets import resolved_links


def check(edition: Edition) -> Iterator[Problem]:
    """Look for links to files that are not published."""
    for page in edition.pages.values():
        for link, target in resolved_links(edition, page):
            if target.kind == "outside":
                hint = "link to a page, or put the file in docs/"
                yield Problem(link.place, f"{link.target} leads to {target.path}, which is not published", hint)
