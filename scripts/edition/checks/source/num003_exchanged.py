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
from ...text.data_values import entry_name
from ...text.numbers import days
from ...text.unit_ids import counterpart, translated
from ...text.units import units

_YEAR = re.compile(r"(?<!\d)(?<!\d\.)[12]\d{3}(?!\d)")
_FIGURES = re.compile(r"\d+")
_HINT = "swap them; or add an exception if each is with its event"
# The data files about the text and the print.
FILES = ("edition", "references", "timeline", "glossary", "emendations")


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the order of dates in every unit and every entry with the original's."""
    yield from _of_units(edition)
    yield from _of_data(edition)


def _of_units(edition: Edition) -> Iterator[Problem]:
    theirs = units(edition, edition.original)
    for locale in edition.locales:
        here = units(edition, locale)
        for name in translated(edition, locale):
            ours = here.get(counterpart(edition, locale, name))
            if not ours or name not in theirs:
                continue
            if other := _exchanged(theirs[name].words, edition.original, ours.words, locale):
                found, wanted, at = other
                place = edition.article(locale).find(found[at], ours.id, found[:at].count(found[at]))
                yield Problem(place, f"{name}: {_difference(wanted, found)}", _HINT)


def _of_data(edition: Edition) -> Iterator[Problem]:
    code = edition.original.code
    for data in (edition.data[name] for name in FILES):
        for key, words in data.entries([locale.code for locale in edition.locales]):
            for locale in edition.locales:
                both = isinstance(words.get(locale.code), str) and isinstance(words.get(code), str)
                if locale.original or not both:
                    continue
                if other := _exchanged(words[code], edition.original, words[locale.code], locale):
                    found, wanted, _ = other
                    message = f"{entry_name(data, key)}, {locale.code}: {_difference(wanted, found)}"
                    yield Problem(data.place(*key, locale.code), message, _HINT)


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
