"""A paragraph, list item or heading of the article has no words, only marks or nothing at all.

Its number would lead to an empty place, and so would its line in every file of the edition.

Bad:   [^n3]
       {: #p12 }
Good:  Мәслихат 1991 жылы құрылды.[^n3]
       {: #p12 }
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.sections import headings
from ...text.units import units

_WORD = re.compile(r"[^\W_]")


def check(edition: Edition) -> Iterator[Problem]:
    """Look for units and headings of the article without a letter or digit."""
    for locale in edition.locales:
        page = edition.article(locale)
        found = {name: unit.words for name, unit in units(edition, locale).items()}
        for name, words in {**headings(edition, locale), **found}.items():
            if not _WORD.search(words):
                place = page.ids.get(name) or page.place(0)
                yield Problem(place, f"{name} has no words", "write them, or remove the id")
