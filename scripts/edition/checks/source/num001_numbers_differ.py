"""A unit has other numbers in a translation than in the original.

Years, articles of laws and counts are what readers look up. A century may be Roman or Arabic (XIX ғасыр, XIX в.,
19th century), a month a word or a figure (15.02.1991, 15 февраля 1991 г.).

Bad:   the law of 15 February 1990   (Kazakh: 15.02.1991)
Good:  the law of 15 February 1991
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...findings import Problem
from ...model import UNIT, Edition
from ...numbers import numbers
from ...units import units


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the numbers of every paragraph with the original's, each as often as it is there."""
    original = units(edition, edition.original)
    for locale in edition.locales:
        if locale.original:
            continue
        for name, unit in units(edition, locale).items():
            if not UNIT.fullmatch(name) or name not in original:
                continue
            wanted = Counter(numbers(original[name].words, edition.original.cldr))
            found = Counter(numbers(unit.words, locale.cldr))
            if wanted != found:
                more = ", ".join(map(str, sorted((found - wanted).elements())))
                less = ", ".join(map(str, sorted((wanted - found).elements())))
                said = [f"{less} of the original is not here"] if less else []
                said += [f"{more} is not in the original"] if more else []
                yield Problem(unit.place, f"{name}: {'; '.join(said)}")
