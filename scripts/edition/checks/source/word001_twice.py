"""A word stands twice in a row.

Nobody sees it when writing, and everybody when reading.

Bad:   в в 1991 году
Good:  в 1991 году
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.passages import wordings

_TWICE = re.compile(r"(?<![\w-])([^\W\d_]+) (\1)(?![\w-])", re.IGNORECASE)


def check(edition: Edition) -> Iterator[Problem]:
    """Look at every wording that is not the author's."""
    for wording in wordings(edition):
        if wording.authors:
            continue
        for match in _TWICE.finditer(wording.words):
            # Names and initials: «А. А.» has points between; “that that” wants an exception.
            yield Problem(
                wording.where(match[0], 0),
                f"{wording.name}: «{match[0]}»",
                f"{match[1]}, once; or, where it is right, an exception",
            )
