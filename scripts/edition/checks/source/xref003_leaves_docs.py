"""A link leads out of docs/, or to a file that is not published.

On the site there is nothing but what docs/ holds, and docs/_data is not among it.

Bad:   [the licence](../../LICENSE)
Good:  [the rights](about.md#rights)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ..link_targets import followed


def check(edition: Edition) -> Iterator[Problem]:
    """Look for links that climb higher than the folder of the pages."""
    for page in edition.pages.values():
        for link, goal in followed(edition, page):
            if goal.kind == "outside":
                hint = "link to a page, or put the file below docs/"
                yield Problem(link.place, f"{link.target} leads to {goal.path}, which is not published", hint)
