"""A Markdown link names an address or a built file instead of the Markdown file, or raw HTML names a Markdown file.

The build checks Markdown links and turns file names into addresses; raw HTML is rendered unchanged.

Bad:   [the timeline](../timeline/)      [the timeline](timeline.html)      <a href="timeline.md">the timeline</a>
Good:  [the timeline](timeline.md)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ..link_targets import resolved_links


def check(edition: Edition) -> Iterator[Problem]:
    """Look for links that lead to a page but do not use its file name."""
    for page in edition.pages.values():
        for link, target in resolved_links(edition, page):
            if target.kind == "form":
                what = (
                    "is a Markdown file, in raw HTML"
                    if target.path.endswith(".md")
                    else "does not name the Markdown file"
                )
                yield Problem(link.place, f"{link.target} {what}", target.hint)
