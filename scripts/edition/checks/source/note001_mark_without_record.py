"""A mark has no record: a note mark without a note, a text-critical mark without a text-critical note.

The reader would be sent to nothing.

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
    """Look at every mark of every page."""
    known = dict.fromkeys((*edition.references, *edition.emendations.notes))
    for page in edition.pages.values():
        for occurrence in page.occurrences:
            if page.name != ARTICLE:
                yield Problem(
                    occurrence.place,
                    f"the mark [^{occurrence.key}] stands outside the article",
                    "link to the note instead",
                )
            elif occurrence.key not in known and not PAGE_BREAK.fullmatch(occurrence.key):
                hint = nearest(occurrence.key, known, "[^")
                yield Problem(occurrence.place, f"the mark [^{occurrence.key}] has no note", hint.replace("?", "]?"))
