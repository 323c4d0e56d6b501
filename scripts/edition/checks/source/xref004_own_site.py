"""A link within the edition uses an absolute address.

It breaks when the edition moves to another host or folder, and leads out of a local or downloaded copy.

Bad:   [the notes](/ru/notes/)      [the notes](http://localhost:8000/ru/notes/)
Good:  [the notes](notes.md)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ..link_targets import resolved_links


def check(edition: Edition) -> Iterator[Problem]:
    """Look for root-relative addresses, and for addresses of the published edition or of a local preview."""
    for page in edition.pages.values():
        for link, target in resolved_links(edition, page):
            if target.kind == "absolute":
                hint = target.hint or "link to the Markdown file: notes.md, ../ru/notes.md"
                yield Problem(link.place, f"{link.target} is an absolute address within this edition", hint)
