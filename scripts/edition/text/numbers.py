"""Extracts the numbers and dates of a text, so that languages can be compared.

A Roman numeral counts as its value (XIX is 19), and so does the name of a month in a date (15 ақпан, 15 февраля,
15 February), as if it were written 15.02. How each language writes months, per cent and thousands comes from the
Unicode CLDR, through Babel.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.dates import get_month_names
from babel.units import format_unit

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN = re.compile(r"(?<![\w.])(?=[IVXLC]{2,}|[VX](?![.\w]))X{0,3}(?:IX|IV|V?I{0,3})(?!\w)(?!\.\s?[A-ZА-Я])")
_SHORTEST = 3  # letters of a stem that distinguishes a month from other words
_NUMERIC = re.compile(r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)")


@dataclass(frozen=True, order=True)
class Number:
    """A number in a text: its value, `%` if it is a percentage, and the words as written."""

    value: int
    kind: str
    said: str

    def __str__(self) -> str:
        return f"{self.value}{' ' if self.kind else ''}{self.kind}"


@dataclass(frozen=True, order=True)
class Day:
    """A day in a text; the year is 0 if the text does not give it."""

    year: int
    month: int
    day: int
    said: str

    def __str__(self) -> str:
        return f"{self.day:02}.{self.month:02}" + (f".{self.year}" if self.year else "")


def numbers(text: str, cldr: str) -> list[Number]:
    """The numbers in a text, sorted by value. `cldr` is the language's name in the CLDR."""
    text = _joined(text, cldr)
    percent = _percent(cldr)
    found = []
    for match in re.finditer(r"(?<!\d)\d{1,18}(?!\d)", text):
        kind = "%" if percent.match(text, match.end()) else ""
        found.append(Number(int(match[0]), kind, match[0]))
    found += [Number(_value(match[0]), "", match[0]) for match in _ROMAN.finditer(text)]
    beside, _ = _months(cldr)
    for match in beside.finditer(text):
        said = match["behind"] or match["before"]
        found.append(Number(_month(said, cldr), "", said))
    return sorted(found)


def days(text: str, cldr: str) -> list[Day]:
    """The days in a text, in figures (15.02.1991) or with the name of the month, in chronological order."""
    found = [Day(int(one["year"]), int(one["month"]), int(one["day"]), one[0]) for one in _NUMERIC.finditer(text)]
    _, dated = _months(cldr)
    for match in dated.finditer(text):
        month = _month(match["behind"] or match["before"], cldr)
        found.append(
            Day(int(match["first"] or match["last"] or 0), month, int(match["day"] or match["after"]), match[0])
        )
    return sorted(found)


def _joined(text: str, cldr: str) -> str:
    """The text without thousands separators."""
    return _grouped(cldr).sub(lambda match: re.sub(r"\D", "", match[0]), text)


@cache
def _grouped(cldr: str) -> re.Pattern[str]:
    """The pattern of a number with thousands separators."""
    group = Locale.parse(cldr).number_symbols.get("latn", {}).get("group", "\u00a0").strip()
    signs = f" \u00a0\u202f{re.escape(group)}"
    return re.compile(rf"(?<![\d.,])\d{{1,3}}(?:[{signs}]\d{{3}})+(?![\d.])")


@cache
def _percent(cldr: str) -> re.Pattern[str]:
    """The pattern of the sign or word for per cent after a number."""
    words = {format_unit(count, "concentr-percent", locale=cldr).lstrip("0123456789 \u00a0") for count in (1, 2, 5)}
    # American English writes it as one word.
    words |= {word.replace(" ", "") for word in words}
    return re.compile(r"\s?(?:%|(?:" + "|".join(map(re.escape, sorted(words))) + "))")


@cache
def _names(cldr: str) -> tuple[str, ...]:
    """The pattern of the name of each month, with its case endings.

    The stem is what its grammatical forms share: января and январь share январ. Where they share too little (мая, май),
    only the forms themselves match, as маслихат is not a month. Case is significant, so that may is not May.
    """
    forms = [get_month_names("wide", context, cldr) for context in ("format", "stand-alone")]
    patterns = []
    for one, other in ((forms[0][month], forms[1][month]) for month in range(1, 13)):
        stem = one[: _alike(one.lower(), other.lower())]
        whole = "|".join(re.escape(form) for form in dict.fromkeys((one, one[:1] + other[1:])))
        patterns.append(rf"{re.escape(stem)}\w*" if len(stem) >= _SHORTEST else rf"(?:{whole})\b")
    return tuple(patterns)


def _alike(one: str, other: str) -> int:
    """The length of the common prefix of two words."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (letter, its) in pairs if letter != its), min(len(one), len(other)))


def _month(name: str, cldr: str) -> int:
    """The number of the month with this name. The longest matching pattern wins, as март is not мар."""
    fitting = [(len(one), month) for month, one in enumerate(_names(cldr), 1) if re.fullmatch(one, name)]
    return max(fitting)[1]


@cache
def _months(cldr: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of the name of a month beside a day or a year, and of a whole day, with any case ending."""
    name = rf"\b(?:{'|'.join(_names(cldr))})"
    # A day or a year before it, perhaps with a word between (1990 жылы сәуірде, 15th of May), or a figure after it.
    beside = rf"\d\w{{0,2}}\s(?:\w+\s)?(?P<behind>{name})|(?P<before>{name})(?=\s\d)"
    dated = (
        rf"(?:(?P<first>\d{{4}})\s(?:\w+\.?\s)?)?"
        rf"(?:(?<!\d)(?P<day>\d{{1,2}})\w{{0,2}}\s(?:\w{{1,2}}\s)?(?P<behind>{name})|(?P<before>{name})\s(?P<after>\d{{1,2}})(?!\d),?)"
        rf"(?:,?\s(?P<last>\d{{4}})(?!\d))?"
    )
    return re.compile(beside), re.compile(dated)


def _value(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    return sum(
        -value if any(value < later for later in values[index + 1 : index + 2]) else value
        for index, value in enumerate(values)
    )
