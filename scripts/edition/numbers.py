"""The numbers that a text says, so that languages can be compared.

Figures count as they stand; a Roman numeral counts as its value (XIX is 19), and so does the name of a month in a
date (15 ақпан, 15 февраля, 15 February), as if it were written 15.02.
"""

from __future__ import annotations

import re
from functools import cache
from os.path import commonprefix

from babel.dates import get_month_names

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN = re.compile(r"(?<![\w.])(?=[IVXLC]{2,}|[VX](?![.\w]))X{0,3}(?:IX|IV|V?I{0,3})(?!\w)(?!\.\s?[A-ZА-Я])")


def numbers(text: str, cldr: str) -> list[int]:
    """The numbers of a text in the language that the CLDR calls so, in order of value."""
    found = [int(figures) for figures in re.findall(r"(?<!\d)\d{1,18}(?!\d)", text)]
    found += [_value(match[0]) for match in _ROMAN.finditer(text)]
    for month, stems in _months(cldr).items():
        found += [month] * len(stems.findall(text))
    return sorted(found)


@cache
def _months(cldr: str) -> dict[int, re.Pattern[str]]:
    """For each month, the pattern of its name beside a day or a year; case endings are free."""
    patterns = {}
    for month in range(1, 13):
        in_date, alone = (get_month_names("wide", context, cldr)[month] for context in ("format", "stand-alone"))
        # What the two grammatical forms share is the stem: января and январь are январ. Capitals count as within a
        # date, so that may is not May.
        stem = in_date[: len(commonprefix([in_date.lower(), alone.lower()]))]
        name = rf"\b{re.escape(stem)}\w*"
        # A day or a year before it, perhaps with the word for year between (1990 жылы сәуірде), or a year after it.
        patterns[month] = re.compile(rf"\d\s(?:\w+\s)?{name}|{name}(?=\s\d{{4}})")
    return patterns


def _value(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    return sum(
        -value if any(value < later for later in values[index + 1 : index + 2]) else value
        for index, value in enumerate(values)
    )
