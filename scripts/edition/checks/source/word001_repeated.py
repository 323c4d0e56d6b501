"""A word is repeated.

Writers overlook this; readers do not.

Bad:   в в 1991 году
Good:  в 1991 году
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.passages import passages

_REPEATED = re.compile(r"(?<![\w-])([^\W\d_]+) (\1)(?![\w-])", re.IGNORECASE)


def check(edition: Edition) -> Iterator[Problem]:
    """Look at every passage except the author's own."""
    for passage in passages(edition):
        if passage.authors:
            continue
        for match in _REPEATED.finditer(passage.words):
            # Initials, «А. А.», have full stops between them; “that that” needs an exception.
            yield Problem(
                passage.where(match[0], 0),
                f"{passage.name}: repeated word «{match[0]}»",
                f"write {match[1]} once, or add an exception if it is right",
            )
