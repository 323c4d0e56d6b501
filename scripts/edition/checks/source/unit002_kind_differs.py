"""A heading has another level than in the original, or a unit is a paragraph in one and a list item in the other.

The structure of the article is the author's, and all languages share one table of contents.

Bad:   ### Введение {: #introduction }      (the original has ## Кіріспе)
Good:  ## Введение {: #introduction }
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.sections import structure
from ...text.unit_ids import counterpart

_NAMES = {"p": "a paragraph", "li": "a list item", "span": "a part of a paragraph"}


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the element of every unit and section with the original's."""
    original = dict(structure(edition, edition.article(edition.original)))
    for locale in edition.locales:
        if locale.original:
            continue
        page = edition.article(locale)
        wanted = {counterpart(edition, locale, name): kind for name, kind in original.items()}
        for name, kind in structure(edition, page):
            # A title is a heading in the article of its language, and a line of the title block in the others.
            if name in wanted and kind != wanted[name] and counterpart(edition, locale, name) == name in original:
                place = page.place(page.spans[name][0]) if name in page.spans else page.place(0)
                message = f"{name} is {_describe(kind)} here and {_describe(wanted[name])} in the original"
                yield Problem(place, message)


def _describe(kind: str) -> str:
    return _NAMES.get(kind) or f"a heading of level {kind[1:]}"
