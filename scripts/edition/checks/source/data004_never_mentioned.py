"""An entry of the glossary is mentioned nowhere in the text, or its expression cannot be read.

An entry without a paragraph has no business in an index of this article.

Bad:   match: ['маслихат']   (the text writes мәслихат)
Good:  match: ['[Мм]әслихат']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...mentions import mentions
from ...model import Edition


def check(edition: Edition) -> Iterator[Problem]:
    """Try every expression of every entry."""
    sound = True
    for key, entry in edition.glossary.values.items():
        for index, pattern in enumerate(entry["match"]):
            try:
                re.compile(pattern)
            except re.error as error:
                sound = False
                place = edition.glossary.place(key, "match", index)
                yield Problem(place, f"{key}: «{pattern}» is no regular expression: {error}")
    if sound:
        for key, found in mentions(edition).items():
            if not found:
                yield Problem(edition.glossary.place(key, "match"), f"{key} is mentioned nowhere in the text")
