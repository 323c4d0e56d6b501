"""A link names a file in other letters, small or capital, than the file has.

It works on a Mac and on Windows and is dead on the host that serves the site.

Bad:   [notes](Notes.md)
Good:  [notes](notes.md)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ..link_targets import followed


def check(edition: Edition) -> Iterator[Problem]:
    """Look for links that only the wrong letters keep from their file."""
    for page in edition.pages.values():
        for link, goal in followed(edition, page):
            if goal.kind == "case":
                yield Problem(link.place, f"{link.target} is written with other letters there", goal.hint)
