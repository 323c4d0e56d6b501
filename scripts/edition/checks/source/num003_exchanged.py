"""The dates of a unit, or of an entry of the data, are in a different order from the original.

All dates may be present, but swapped between events. If a translation mentions the events in a different order and
each date is still with its event, add an exception.

Bad:   the Constitution of 1978 … that of 1937      (Kazakh: 1937 … 1978)
Good:  the Constitution of 1937 … that of 1978
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from ...findings import Problem
from ...model.edition import Edition
from ...model.page import Locale
from ...text.numbers import days
from ...text.translated_texts import translated_texts

_YEAR = re.compile(r"(?<!\d)(?<!\d\.)[12]\d{3}(?!\d)")
_FIGURES = re.compile(r"\d+")
_HINT = "swap them; or add an exception if each is with its event"


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the order of dates in every unit and every entry with the original's."""
    for text in translated_texts(edition):
        if other := _exchanged(text.original, edition.original, text.words, text.locale):
            found, wanted, at = other
            place = text.where(found[at], found[:at].count(found[at]))
            yield Problem(place, f"{text.name}: {_difference(wanted, found)}", _HINT)


def _exchanged(theirs: str, original: Locale, ours: str, locale: Locale) -> tuple[list[str], list[str], int] | None:
    """The dates of a text and of the original, and the index of the first in a wrong position; None if all are right.

    If dates are missing or added, the numbers differ; another check reports that.
    """
    if len(_FIGURES.findall(theirs)) < 2:  # nothing to swap
        return None
    for read in (_years, _days):
        wanted, found = read(theirs, original.cldr), read(ours, locale.cldr)
        if wanted != found and Counter(wanted) == Counter(found):
            return found, wanted, next(at for at, one in enumerate(found) if one != wanted[at])
    return None


def _years(text: str, _: str) -> list[str]:
    return _YEAR.findall(text)


@lru_cache(maxsize=1024)  # the original's are needed once for every language
def _days(text: str, cldr: str) -> list[str]:
    """The days of a text in text order; `days` returns them in order of time."""
    seen: Counter[str] = Counter()
    placed = []
    for day in days(text, cldr) if _YEAR.search(text) else ():
        found = [match.start() for match in re.finditer(re.escape(day.said), text)]
        placed.append((found[min(seen[day.said], len(found) - 1)], str(day)))
        seen[day.said] += 1
    return [day for _, day in sorted(placed)]


def _difference(wanted: list[str], found: list[str]) -> str:
    return f"{', '.join(found)} for {', '.join(wanted)} in the original"
