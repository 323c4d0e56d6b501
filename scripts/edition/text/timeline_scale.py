"""The scale of the timeline: positions of periods and events, in per cent of the width and CSS pixels of height."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model.edition import Edition

WIDTH = 100
ROW = 34
_TOP = 8
_STEP = 5  # a tick every five years


@dataclass(frozen=True)
class Bar:
    """A period on the scale: its left edge, top and width, its name, and whether it has an open end.

    `marks` are the positions of its dated events.
    """

    x: float
    y: float
    width: float
    name: str
    open: bool
    marks: tuple[float, ...]


@dataclass(frozen=True)
class Scale:
    """The drawing: its height, its bars, and its ticks (position and year)."""

    height: int
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, int], ...]


def stages(edition: Edition) -> Scale | None:
    """The scale of the author's own stages, the first part of the timeline that has periods; None if none has.

    It goes from the earliest start to the latest end. Each period has its own row, so that periods which overlap or
    share a boundary year stay apart.
    """
    part = next((part for part in edition.parts if part.periods), None)
    periods = [(one, one.span) for one in part.periods if one.span and one.span.start] if part else []
    if not periods:
        return None
    spans = [span for _, span in periods]
    first = min(span.first.year for span in spans)
    # An open period is drawn to the year of publication, the last that the author can write about.
    last = max([edition.facts.article.year, *(span.end.year for span in spans if span.end)]) + 1

    def across(day: date) -> float:
        years = day.year + (day.timetuple().tm_yday - 1) / 366
        return round((years - first) / (last - first) * WIDTH, 2)

    bars = []
    for number, (period, span) in enumerate(periods, 1):
        left = across(span.first)
        right = across(span.last) if span.end else WIDTH
        name = f"{number} · {span.first.year}–{span.end.year if span.end else ''}"
        dated = (event.span for event in period.events if event.span and event.span.start)
        marks = tuple(dict.fromkeys(across(max(event.first, span.first)) for event in dated))
        bars.append(Bar(left, _TOP + (number - 1) * ROW, round(right - left, 2), name, span.end is None, marks))
    ticks = tuple((across(date(year, 1, 1)), year) for year in range(first - first % -_STEP, last + 1, _STEP))
    return Scale(_TOP + len(bars) * ROW, tuple(bars), ticks)
