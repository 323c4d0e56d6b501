"""An entry of the glossary is mentioned nowhere in the text.

An entry without a paragraph has no business in an index of this article.

Bad:   match: ['маслихат']   (the text writes мәслихат)
Good:  match: ['[Мм]әслихат']
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...mentions import mentions
from ...model import Edition


def check(edition: Edition) -> Iterator[Problem]:
    """Look for entries without a unit."""
    for key, found in mentions(edition).items():
        if not found:
            yield Problem(edition.glossary.place(key, "match"), f"{key} is mentioned nowhere in the text")
