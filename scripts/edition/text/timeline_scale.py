"""The scale of the timeline: positions of periods and events, in per cent of the width and CSS pixels of height."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model.edition import Edition
from ..model.page import Locale
from ..model.timeline import Part

WIDTH = 100
ROW = 34
_HEAD = 26
_TOP = 8
_STEP = 5  # a tick every five years


@dataclass(frozen=True)
class Bar:
    """A period on the scale: its part, left edge, top and width, its name, and whether it has an open end.

    `marks` are the positions of its dated events.
    """

    part: str
    x: float
    y: float
    width: float
    name: str
    open: bool
    marks: tuple[float, ...]


@dataclass(frozen=True)
class Scale:
    """The drawing: its height, its bars, its ticks (position and year), and the heads of parts (top and text)."""

    height: int
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, int], ...]
    heads: tuple[tuple[float, str], ...]


def scale(edition: Edition, locale: Locale, parts: list[Part]) -> Scale | None:
    """The scale of the periods of these parts, from the earliest start to the latest end; None if there are none.

    Each period has its own row, so that periods which overlap or share a boundary year stay apart. If more than one
    part has periods, each part has a head.
    """
    begun = [(part, [(one, one.span) for one in part.periods if one.span and one.span.start]) for part in parts]
    drawn = [(part, periods) for part, periods in begun if periods]
    spans = [span for _, periods in drawn for _, span in periods]
    if not spans:
        return None
    first = min(span.first.year for span in spans)
    # An open period is drawn to the year of publication, the last that the author can write about.
    now = edition.facts.article.year
    last = max([now, *(span.end.year for span in spans if span.end)]) + 1

    def across(day: date) -> float:
        years = day.year + (day.timetuple().tm_yday - 1) / 366
        return round((years - first) / (last - first) * WIDTH, 2)

    bars, heads = [], []
    y = _TOP
    for part, periods in drawn:
        if len(drawn) > 1:
            heads.append((y + _HEAD - 10, part.label.get(locale.code, "")))
            y += _HEAD
        for number, (period, span) in enumerate(periods, 1):
            left = across(span.first)
            right = across(span.last) if span.end else WIDTH
            name = f"{number} · {span.first.year}–{span.end.year if span.end else ''}"
            dated = (event.span for event in period.events if event.span and event.span.start)
            marks = tuple(dict.fromkeys(across(max(event.first, span.first)) for event in dated))
            bars.append(Bar(part.id, left, y, round(right - left, 2), name, span.end is None, marks))
            y += ROW
    ticks = tuple((across(date(year, 1, 1)), year) for year in range(first - first % -_STEP, last + 1, _STEP))
    return Scale(y, tuple(bars), ticks, tuple(heads))


def stages(edition: Edition, locale: Locale) -> Scale | None:
    """The scale of the author's own stages: the first part of the timeline that has periods."""
    return scale(edition, locale, [part for part in edition.parts if part.periods][:1])
