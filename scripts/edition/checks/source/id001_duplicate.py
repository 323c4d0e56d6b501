"""A page has a duplicate id.

A link to it leads to its first occurrence only, which may not be the one that was meant.

Bad:   {: #p12 } after two paragraphs
Good:  {: #p12 } and {: #p13 }
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...render.whole_pages import convert


def check(edition: Edition) -> Iterator[Problem]:
    """Count the ids of every rendered page."""
    for page in edition.pages.values():
        for name, times in Counter(convert(edition, page).ids).items():
            if times == 1:
                continue
            written = [match for match in page.given if name in (match["id"], match["html"])]
            marks = [occurrence.place for occurrence in page.occurrences if occurrence.id == name]
            place = marks[1] if len(marks) > 1 else page.place(written[-1].start()) if written else page.place(0)
            yield Problem(place, f"duplicate id {name}: {times} times on this page")
