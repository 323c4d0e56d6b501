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

from ...findings import Problem
from ...model.edition import Edition
from ...text.data_values import entry_name
from ...text.numbers import days
from ...text.unit_ids import counterpart, translated
from ...text.units import units

_YEAR = re.compile(r"(?<![\d.])[12]\d{3}(?!\d)")
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
            wanted, found = _dates(theirs[name].words, edition.original.cldr), _dates(ours.words, locale.cldr)
            if other := _exchanged(wanted, found):
                said, nth = other
                place = edition.article(locale).find(said, ours.id, nth)
                yield Problem(place, f"{name}: {_difference(wanted, found)}", _HINT)


def _of_data(edition: Edition) -> Iterator[Problem]:
    code = edition.original.code
    for data in (edition.data[name] for name in FILES):
        for key, words in data.entries([locale.code for locale in edition.locales]):
            for locale in edition.locales:
                if not isinstance(words.get(locale.code), str) or not isinstance(words.get(code), str):
                    continue
                wanted = _dates(words[code], edition.original.cldr)
                found = _dates(words[locale.code], locale.cldr)
                if _exchanged(wanted, found):
                    message = f"{entry_name(data, key)}, {locale.code}: {_difference(wanted, found)}"
                    yield Problem(data.place(*key, locale.code), message, _HINT)


def _dates(text: str, cldr: str) -> list[str]:
    """The years of a text in text order, followed by its days in text order."""
    if not _YEAR.search(text):
        return []
    seen: Counter[str] = Counter()
    placed = []
    for day in days(text, cldr):
        found = [match.start() for match in re.finditer(re.escape(day.said), text)]
        placed.append((found[min(seen[day.said], len(found) - 1)], str(day)))
        seen[day.said] += 1
    return [*_YEAR.findall(text), *(day for _, day in sorted(placed))]


def _exchanged(wanted: list[str], found: list[str]) -> tuple[str, int] | None:
    """The first date in the wrong position, and which occurrence of it this is, counted from 0; None if all are right.

    If dates are missing or added, the numbers differ; another check reports that.
    """
    if wanted == found or Counter(wanted) != Counter(found):
        return None
    at = next(at for at, pair in enumerate(zip(wanted, found, strict=True)) if pair[0] != pair[1])
    return found[at], found[:at].count(found[at])


def _difference(wanted: list[str], found: list[str]) -> str:
    return f"{', '.join(found)} for {', '.join(wanted)} in the original"
