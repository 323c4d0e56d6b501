"""A note mark or a text-critical mark has no record.

The mark would link to nothing.

Bad:   … were elected [^n12].   (references.yml has no n12)
Good:  … were elected [^n1].
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem, nearest
from ...model.addressing import ARTICLE
from ...model.edition import Edition
from ...model.page import PAGE_BREAK


def check(edition: Edition) -> Iterator[Problem]:
    """Look up every mark of every page."""
    known = dict.fromkeys((*edition.references, *edition.emendations.notes))
    for page in edition.pages.values():
        for occurrence in page.occurrences:
            if page.name != ARTICLE:
                yield Problem(
                    occurrence.place,
                    f"the mark [^{occurrence.key}] is outside the article",
                    "link to the note instead",
                )
            elif occurrence.key not in known and not PAGE_BREAK.fullmatch(occurrence.key):
                hint = nearest(occurrence.key, known, "[^")
                yield Problem(
                    occurrence.place,
                    f"[^{occurrence.key}] refers to a note that does not exist",
                    hint.replace("?", "]?"),
                )
