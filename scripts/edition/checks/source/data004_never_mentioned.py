"""An entry of the glossary is mentioned nowhere in the text, or its expression cannot be read.

An entry without a paragraph has no business in an index of this article.

Bad:   match: ['маслихат']   (the text writes мәслихат)
Good:  match: ['[Мм]әслихат']
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.mentions import mentions, pattern


def check(edition: Edition) -> Iterator[Problem]:
    """Try every expression of every entry."""
    found = mentions(edition)
    for key, entry in edition.glossary.items():
        broken = False
        for expression in entry.match:
            try:
                pattern(expression.words)
            except ValueError as error:
                broken = True
                yield Problem(expression.place, f"{key}: {error}")
        if not broken and not found[key]:
            yield Problem(entry.matched, f"{key} is mentioned nowhere in the text")
