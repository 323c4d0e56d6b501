"""The date of an event is not the date in the words it quotes.

The quotation and the date in figures are entered separately; they must agree.

Bad:   date: '1992', says: [{unit: p16, written: 1991 жылы}]
Good:  date: '1991', says: [{unit: p16, written: 1991 жылы}]; where the text is vague, add shown: {…}
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.dates import Point
from ...model.edition import Edition
from ...text.numbers import days, numbers


def check(edition: Edition) -> Iterator[Problem]:
    """Look for the year or century, and for the day, of every event in the words it quotes."""
    cldr = edition.original.cldr
    for event in edition.events:
        if event.span is None or event.shown:
            continue
        quoted = " · ".join(written for _, written in event.says)
        values = {number.value for number in numbers(quoted, cldr)}
        dates = {(day.month, day.day) for day in days(quoted, cldr)}
        for point in dict.fromkeys(point for point in (event.span.start, event.span.end) if point):
            day = (point.month, point.day)
            if (
                _year(point) not in values
                or (point.month and point.month not in values)
                or (point.day and day not in dates)
            ):
                yield Problem(
                    event.dated, f"{event.id}: «{quoted}» does not give the date {point.iso}", "correct one of them"
                )
                break


def _year(point: Point) -> int:
    return point.year // 100 + 1 if point.century else point.year
