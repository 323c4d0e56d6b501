"""The scale of the timeline: where each period and event lies, in per cent of the width and in CSS pixels of height."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .model import Edition, Locale, Period

WIDTH = 100
ROW = 34
_TOP = 8
_STEP = 5  # a tick every five years


@dataclass(frozen=True)
class Bar:
    """A period on the scale: left edge, width and top, its years, its number, whether it goes on beyond the edge."""

    id: str
    number: str
    x: float
    y: float
    width: float
    years: str
    open: bool
    marks: tuple[float, ...]


@dataclass(frozen=True)
class Scale:
    """The drawing: its height, its bars, and its ticks (place and year)."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, int], ...]


def scale(edition: Edition, locale: Locale, periods: list[Period]) -> Scale | None:
    """The scale of these periods, from the first one's beginning to the last date they tell; None if there are none.

    Each period has a row of its own, so that periods which share a boundary year or overlap stay apart.
    """
    spans = [period.span for period in periods if period.span and period.span.start]
    if not spans:
        return None
    first = min(span.start.year for span in spans)
    # An open period is drawn to the year of the print, the last the author can speak of.
    now = edition.facts.values["article"]["year"]
    last = max([now, *(span.end.year for span in spans if span.end)]) + 1

    def across(day: date) -> float:
        years = day.year + (day.timetuple().tm_yday - 1) / 366
        return round((years - first) / (last - first) * WIDTH, 2)

    bars = []
    for row, period in enumerate(period for period in periods if period.span and period.span.start):
        span = period.span
        right = across(span.last) if span.end else WIDTH
        left = across(span.first)
        marks = tuple(
            across(event.span.first)
            for event in period.events
            if event.span and event.span.start and event.span.start.month
        )
        years = f"{span.start.year}–{span.end.year if span.end else ''}"
        bars.append(Bar(period.id, period.id.removeprefix("period-"), left, _TOP + row * ROW, round(right - left, 2), years, span.end is None, marks))
    ticks = tuple(
        (across(date(year, 1, 1)), year) for year in range(first - first % -_STEP, last + 1, _STEP)
    )
    return Scale(WIDTH, _TOP + len(bars) * ROW, tuple(bars), ticks)
