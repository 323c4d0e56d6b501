"""A glossary entry does not match anything in the text, or its regular expression is invalid.

An entry that no paragraph mentions does not belong in the index of this article.

Bad:   match: ['маслихат']   (the text has мәслихат)
Good:  match: ['[Мм]әслихат']
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.mentions import mentions, pattern


def check(edition: Edition) -> Iterator[Problem]:
    """Try every regular expression of every entry."""
    mentioned = mentions(edition)
    for key, entry in edition.glossary.items():
        broken = False
        for expression in entry.match:
            try:
                pattern(expression.words)
            except ValueError as error:
                broken = True
                yield Problem(expression.place, f"{key}: {error}")
        if not broken and not mentioned[key]:
            yield Problem(entry.matched, f"{key} does not match anything in the text")
