"""A link into the edition itself gives an absolute address.

It breaks when the edition moves to another host or folder, and leads away from the copy that is being read.

Bad:   [the notes](/ru/notes/)      [the notes](http://localhost:8000/ru/notes/)
Good:  [the notes](notes.md)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ..link_targets import followed


def check(edition: Edition) -> Iterator[Problem]:
    """Look for addresses from the root of a host, of the published edition, or of this machine."""
    for page in edition.pages.values():
        for link, goal in followed(edition, page):
            if goal.kind == "own":
                hint = goal.hint or "name the file: notes.md, ../ru/notes.md"
                yield Problem(link.place, f"{link.target} is an absolute address of the edition itself", hint)
