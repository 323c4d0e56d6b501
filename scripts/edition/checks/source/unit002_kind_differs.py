"""A heading has another level in a translation than in the original, or a paragraph is a list item, or the reverse.

The shape of the article is the author's; and the contents, which every language shows, would not agree.

Bad:   ### Введение {: #introduction }      (the original has ## Кіріспе)
Good:  ## Введение {: #introduction }
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.sections import structure
from ...text.unit_ids import counterpart

_CALLED = {"p": "a paragraph", "li": "a list item", "span": "a part of a paragraph"}


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the element of every unit and section with the original's."""
    original = dict(structure(edition, edition.article(edition.original)))
    for locale in edition.locales:
        if locale.original:
            continue
        page = edition.article(locale)
        wanted = {counterpart(edition, locale, name): kind for name, kind in original.items()}
        for name, kind in structure(edition, page):
            # A title is a heading in its own language's article and a line among the front matter of the others.
            if name in wanted and kind != wanted[name] and counterpart(edition, locale, name) == name in original:
                place = page.place(page.spans[name][0]) if name in page.spans else page.place(0)
                message = f"{name} is {_call(kind)} here and {_call(wanted[name])} in the original"
                yield Problem(place, message)


def _call(kind: str) -> str:
    return _CALLED.get(kind) or f"a heading of level {kind[1:]}"
