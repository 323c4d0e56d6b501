"""A unit has other numbers or dates in a translation than in the original.

Years, articles of laws, per cent and counts are what readers look up. A century may be Roman or Arabic (XIX ғасыр,
XIX в., 19th century), a month a word or a figure (15.02.1991, 15 февраля 1991 г.), thousands grouped as the language
does it.

Bad:   the law of 15 February 1990   (Kazakh: 15.02.1991)
Good:  the law of 15 February 1991
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from ...findings import Problem
from ...model import UNIT, Edition, Locale
from ...numbers import days, numbers
from ...units import Unit, units


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the numbers and the days of every paragraph with the original's, each as often as it is there."""
    for locale in edition.locales:
        for name, unit in units(edition, locale).items() if not locale.original else ():
            original = units(edition, edition.original).get(name)
            if UNIT.fullmatch(name) and original:
                found = list(_compare(edition, locale, original, unit, numbers))
                # Where the numbers agree, they may still be put together to other dates.
                yield from found or _compare(edition, locale, original, unit, days)


def _compare(
    edition: Edition, locale: Locale, original: Unit, unit: Unit, read: Callable[[str, str], Iterable]
) -> Iterator[Problem]:
    theirs = read(original.words, edition.original.cldr)
    ours = read(unit.words, locale.cldr)
    missing, extra = (Counter(map(str, a)) - Counter(map(str, b)) for a, b in ((theirs, ours), (ours, theirs)))
    if not missing and not extra:
        return
    said = [f"{', '.join(missing.elements())} of the original is not here"] if missing else []
    said += [f"{', '.join(extra.elements())} is not in the original"] if extra else []
    place = unit.place
    if extra:
        first = next(one for one in ours if str(one) in extra)
        place = edition.article(locale).find(first.said, unit.id, sum(one.said == first.said for one in ours) - 1)
    yield Problem(place, f"{unit.id}: {'; '.join(said)}")
