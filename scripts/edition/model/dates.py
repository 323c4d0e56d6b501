"""Parses the dates of the data files and formats them in each language.

The data files use the subset of ISO 8601-2 (Extended Date/Time Format) that the article needs: a year, month or
day (`1991`, `1990-04`, `1991-02-15`), a century (`18XX`, the nineteenth), a range (`1990/1993`), and a range that
is open at one end (`2007/..`, `../2030`). Localized formats come from the Unicode CLDR, through Babel.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from ..findings import Place, Problem

_POINT = re.compile(r"(?P<century>\d\d)XX|(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True)
class Point:
    """One end of a date: a year, with month and day as far as known, or a whole century."""

    year: int
    month: int | None = None
    day: int | None = None
    century: bool = False

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        if self.century:
            return date(self.year + 99, 12, 31)
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def iso(self) -> str:
        """The value for an HTML `datetime` attribute; for a century, its first year."""
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)


@dataclass(frozen=True)
class Span:
    """A date from `start` to `end`. For a single date both are equal; an open end is None."""

    start: Point | None
    end: Point | None

    @property
    def single(self) -> bool:
        """Whether it is a single date, not a range."""
        return self.start == self.end

    @property
    def first(self) -> date:
        """The earliest day it can mean; `date.min` if the start is open."""
        return self.start.first if self.start else date.min

    @property
    def last(self) -> date:
        """The latest day it can mean; `date.max` if the end is open."""
        return self.end.last if self.end else date.max

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


def parse(written: str) -> Span:
    """Parse a date of a data file. Raises ValueError, with a message for the editor, if it is not valid."""
    head, slash, tail = written.partition("/")
    start = None if slash and head == ".." else _point(head)
    end = start if not slash else None if tail == ".." else _point(tail)
    if start is None and end is None:
        raise ValueError(f"{written} is open at both ends")
    centuries = [point.century for point in (start, end) if point]
    if slash and any(centuries) and not (len(centuries) == 2 and all(centuries)):
        raise ValueError(f"{written} mixes a century and a year; give years")
    span = Span(start, end)
    if span.first > span.last:
        raise ValueError(f"{written} ends before it begins")
    return span


def read_date(written: str | int | None, whose: str, place: Place) -> tuple[Span | None, tuple[Problem, ...]]:
    """The date at this place of a data file and its errors: (None, errors) if it is not valid.

    `whose` is the id of the record it belongs to. A missing date, None, is not an error.
    """
    if written is None:
        return None, ()
    try:
        return parse(str(written)), ()
    except ValueError as error:
        return None, (Problem(place, f"{whose}: {error}"),)


def show(span: Span, cldr: str, pattern: Callable[[str], str]) -> str:
    """The date formatted in a language: «1991 ж. 15 ақпан», «15 февраля 1991 г.», “15 February 1991”.

    `cldr` is the language's name in the Unicode CLDR (`kk`, `en_GB`). `pattern` returns the language's pattern where
    the CLDR has none; its keys are the `date.…` entries of strings.yml.
    """
    start, end = span.start, span.end
    if end is None:
        return pattern("date.since").replace("{}", str(span.first.year))
    if start is None:
        return pattern("date.until").replace("{}", str(end.year))
    if span.single:
        if start.century:
            return pattern("date.century").replace("{}", _century(start, pattern))
        if start.day:
            return format_date(start.first, "long", locale=cldr)
        if start.month:
            return format_date(start.first, pattern("date.month"), locale=cldr)
        return pattern("date.year").replace("{}", str(start.year))
    if start.century and end.century:
        return pattern("date.centuries").replace("{}", f"{_century(start, pattern)}–{_century(end, pattern)}")
    if start.month or end.month:
        return " – ".join(show(Span(point, point), cldr, pattern) for point in (start, end))
    return pattern("date.years").replace("{}", f"{start.year}–{end.year}")


def _point(written: str) -> Point:
    match = _POINT.fullmatch(written)
    if not match:
        raise ValueError(f"{written or 'an empty date'} is not a date in the form 1991, 1990-04, 1991-02-15 or 18XX")
    if match["century"]:
        if int(match["century"]) > 19:
            raise ValueError(f"the century {written} has not ended; give years")
        return Point(int(match["century"]) * 100 + 1, century=True)
    year = int(match["year"])
    month, day = (int(match[part]) if match[part] else None for part in ("month", "day"))
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        raise ValueError(f"{written} is not a valid calendar date ({error})") from None
    return Point(year, month, day)


def _century(point: Point, pattern: Callable[[str], str]) -> str:
    number = point.year // 100 + 1
    return pattern("date.century-number").replace("{number:roman}", _roman(number)).replace("{number}", str(number))


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        count, number = divmod(number, value)
        letters += letter * count
    return letters
