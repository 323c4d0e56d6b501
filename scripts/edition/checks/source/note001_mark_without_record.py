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
    known = dict.fromkeys((*edition.references.values, *edition.emendations.values["notes"]))
    for page in edition.pages.values():
        for use in page.uses:
            if page.name != ARTICLE:
                yield Problem(
                    use.place, f"the mark [^{use.key}] stands outside the article", "link to the note instead"
                )
            elif use.key not in known and not PAGE_BREAK.fullmatch(use.key):
                hint = nearest(use.key, known, "[^")
                yield Problem(use.place, f"the mark [^{use.key}] has no note", hint.replace("?", "]?"))
