"""Where the terms, persons, places and acts of the glossary are mentioned: computed from the original text."""

from __future__ import annotations

import re
from functools import cache

from .model import UNIT, Edition
from .units import units


@cache
def mentions(edition: Edition) -> dict[str, tuple[str, ...]]:
    """For each entry of the glossary, the units of the original that mention it, in order.

    An entry's `match` holds regular expressions, tried at the start of a word; whatever suffixes follow are free.
    """
    # The front matter that the author gave in other languages is left aside: the expressions are the original's.
    others = tuple(f"-{locale.code}" for locale in edition.locales if not locale.original)
    original = units(edition, edition.original)
    texts = {name: unit.words for name, unit in original.items() if not name.endswith(others)}
    found = {}
    for key, entry in edition.glossary.values.items():
        patterns = [re.compile(rf"(?<!\w)(?:{pattern})") for pattern in entry["match"]]
        only = entry.get("only")
        found[key] = tuple(
            name
            for name, words in texts.items()
            if (not only or name in only) and any(pattern.search(words) for pattern in patterns)
        )
    return found


def number(unit: str) -> str:
    """The number of a paragraph, by its id; the id itself for front matter."""
    match = UNIT.fullmatch(unit)
    return match["number"] if match else unit
