"""A link names an address, or a file of the site, where the Markdown file is meant; or raw HTML names a Markdown file.

Markdown links name files, which the build turns into addresses and checks; raw HTML stands in the page as it is.

Bad:   [the timeline](../timeline/)      [the timeline](timeline.html)      <a href="timeline.md">the timeline</a>
Good:  [the timeline](timeline.md)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ..link_targets import followed


def check(edition: Edition) -> Iterator[Problem]:
    """Look for links that mean a page and do not name it as it has to be named there."""
    for page in edition.pages.values():
        for link, goal in followed(edition, page):
            if goal.kind == "form":
                what = "a Markdown file in raw HTML" if goal.path.endswith(".md") else "not how a page is named here"
                yield Problem(link.place, f"{link.target} is {what}", goal.hint)
