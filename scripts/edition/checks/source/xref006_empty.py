"""A link leads nowhere, or has no words.

Who follows it stays where he is; who cannot see it hears «link» and nothing more.

Bad:   [the notes]()      [](notes.md)
Good:  [the notes](notes.md)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ..link_targets import followed


def check(edition: Edition) -> Iterator[Problem]:
    """Look for addresses that are empty, and for links without words or a name."""
    for page in edition.pages.values():
        for link, goal in followed(edition, page):
            if goal.kind == "empty":
                what = f"the link «{link.words}»" if link.tag == "a" else f"the {link.tag}"
                yield Problem(link.place, f"{what} leads nowhere", "name a file: notes.md")
            elif link.tag == "a" and not link.words:
                yield Problem(link.place, f"the link to {link.target} has no words", "write what is there: [the notes]")
