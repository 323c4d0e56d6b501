"""Where the terms, persons, places and acts of the glossary are mentioned: computed from the original text."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache

from .model import Edition
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
        patterns = []
        for expression in entry["match"]:
            with suppress(ValueError):  # a check reports it
                patterns.append(pattern(expression))
        only = entry.get("only")
        found[key] = tuple(
            name
            for name, words in texts.items()
            if (not only or name in only) and any(one.search(words) for one in patterns)
        )
    return found


def pattern(expression: str) -> re.Pattern[str]:
    """The pattern of an expression of the glossary. Raises ValueError, with a sentence, if it is none."""
    try:
        return re.compile(rf"(?<!\w)(?:{expression})")
    except (re.error, OverflowError) as error:
        raise ValueError(f"«{expression}» is no regular expression: {error}") from None
