"""A link has no target, or no text.

It leads nowhere; and without a text, a screen reader announces only «link».

Bad:   [the notes]()      [](notes.md)
Good:  [the notes](notes.md)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ..link_targets import resolved_links


def check(edition: Edition) -> Iterator[Problem]:
    """Look for empty addresses, and for links without an accessible name."""
    for page in edition.pages.values():
        for link, target in resolved_links(edition, page):
            if target.kind == "empty":
                what = f"the link «{link.words}»" if link.tag == "a" else f"the {link.tag}"
                yield Problem(link.place, f"{what} has no target", "name a file: notes.md")
            elif link.tag == "a" and not link.words:
                yield Problem(link.place, f"the link to {link.target} has no text", "describe the target: [the notes]")
