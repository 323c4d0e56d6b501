"""The whole course of time, as positions on scales: one for all parts of the timeline, and one for each of them.

Positions are per cent of a scale's length, so that pages and printed formats can draw from the same numbers. What is
not known is not given a sharp end: of a century, only the whole is known; an open end is not known at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil, floor
from statistics import median

from ..markup.marks import short_date
from ..model.dates import Point, Span
from ..model.edition import Edition
from ..model.page import Locale
from ..model.timeline import Event, Part, Period

_WIDTH = 100.0
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MOST = 8  # intervals between ticks: more years would not fit a telephone
_BEFORE = 40.0  # the width of what lies before the turn
_CENTURY = 100


@dataclass(frozen=True)
class Axis:
    """The years from `first` to the beginning of `last`. At `turn`, if it has one, its scale changes."""

    first: int
    last: int
    turn: int | None = None

    def at(self, years: float) -> float:
        """The position of a moment, given in years (1991.5 is the middle of 1991); one outside is put at an end."""
        years = min(max(years, self.first), self.last)
        if self.turn is None:
            return (years - self.first) / (self.last - self.first) * _WIDTH
        if years <= self.turn:
            return (years - self.first) / (self.turn - self.first) * _BEFORE
        return _BEFORE + (years - self.turn) / (self.last - self.turn) * (_WIDTH - _BEFORE)

    @property
    def ratio(self) -> float:
        """How many times as much room a year has after the turn; 1 if there is none."""
        if self.turn is None:
            return 1.0
        before = _BEFORE / (self.turn - self.first)
        return (_WIDTH - _BEFORE) / (self.last - self.turn) / before


@dataclass(frozen=True)
class Mark:
    """A period or an event on a scale: from `x`, `width` long, with its years in short.

    `kind` is `period`, `span` (an event of several years), `year` or `day` (known to the day or month; no width).
    `full` are the two places, in per cent of the width, between which it surely lasts: it fades out towards its ends.
    """

    event: Event
    kind: str
    x: float
    width: float
    full: tuple[float, float]
    name: str

    @property
    def soft(self) -> bool:
        """Whether an end is not known."""
        return self.full != (0.0, _WIDTH)


@dataclass(frozen=True)
class Scale:
    """A part on a scale: its marks, its ticks (position and year), and its undated events.

    `begin` and `end` are the first and the last date that it has; `end` is None if a period has not ended.
    """

    part: Part
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, int], ...]
    undated: tuple[Event, ...]
    begin: Point | None
    end: Point | None


@dataclass(frozen=True)
class Course:
    """All parts on one axis, and each on its own. The marks and ticks of `parts` are those of the common axis."""

    axis: Axis
    parts: tuple[Scale, ...]
    own: tuple[Scale, ...]


def course(edition: Edition, locale: Locale) -> Course | None:
    """The whole timeline of an edition; None if nothing in it has a date.

    If more than half of the events happened long after the first, the common axis changes its scale at the beginning
    of the century of the middle event.
    """
    own = tuple(_scale(edition, locale, part, None) for part in edition.parts)
    bounds = [_bounds(event.span, edition) for part in edition.parts for event in _events(part) if event.span]
    if not bounds:
        return None
    begin, end = _hull(bounds)
    first, last = _round(begin, end)
    middle = floor(median(start for start, *_ in bounds))
    turn = middle - middle % _CENTURY
    axis = Axis(first, last)
    if turn - first > 2 * _CENTURY:
        axis = Axis(first, _round(turn, end)[1], turn)
    return Course(axis, tuple(_scale(edition, locale, part, axis) for part in edition.parts), own)


def _scale(edition: Edition, locale: Locale, part: Part, common: Axis | None) -> Scale:
    """A part on the common axis, or else on its own."""
    events = list(_events(part))
    spans = [event.span for event in events if event.span]
    undated = tuple(event for event in events if not event.span)
    if not spans:
        return Scale(part, (), (), undated, None, None)
    axis = common or Axis(*_round(*_hull(_bounds(span, edition) for span in spans)))
    known = _hull(_bounds(span, edition) for span in spans)[0]
    marks = tuple(_mark(edition, locale, event, axis, known) for event in events if event.span)
    begin = min((span.start for span in spans if span.start), key=lambda point: point.first, default=None)
    ends = [span.end for span in spans if span.end]
    end = max(ends, key=lambda point: point.last) if len(ends) == len(spans) else None
    return Scale(part, marks, _ticks(axis), undated, begin, end)


def _events(part: Part) -> Iterable[Event]:
    """The periods and events of a part, in the order of the page."""
    for period in part.periods:
        yield period
        yield from period.events
    yield from part.events


def _mark(edition: Edition, locale: Locale, event: Event, axis: Axis, known: float) -> Mark:
    """An event on an axis. With an open beginning it fades in from `known`, the first moment of its part."""
    span = event.span
    assert span
    start, sure, still, end = _bounds(span, edition)
    start = min(known, start) if span.start is None else start
    end = axis.last if span.end is None else end
    x, width = axis.at(start), axis.at(end) - axis.at(start)
    if isinstance(event, Period):
        kind = "period"
    elif not span.single or (span.start and span.start.century):
        kind = "span"
    else:
        kind = "year" if span.start and not span.start.month else "day"
    if kind == "day":
        width = 0.0
    full = (0.0, _WIDTH)
    if width:
        near, far = (round((axis.at(years) - x) / width * _WIDTH, 1) for years in (sure, still))
        full = (near, far)
    centuries = any(point and point.century for point in (span.start, span.end))
    name = edition.date(span, locale) if centuries else short_date(edition, event, locale)
    return Mark(event, kind, round(x, 2), round(width, 2), full, name)


def _bounds(span: Span, edition: Edition) -> tuple[float, float, float, float]:
    """When it may have begun, had surely begun, surely still lasted, and may have ended, in years.

    A span with an open end is known to last until the article was published; with an open beginning, only its end is.
    """
    end = _years(span.end.last, whole=True) if span.end else edition.facts.article.year + 1.0
    begin = _years(span.start.first) if span.start else end
    sure, still = begin, end if span.end else end - 1
    if span.start and span.start.century:
        sure = begin + _CENTURY
    if span.end and span.end.century:
        still = end - _CENTURY
    if span.single and sure != begin:
        sure = still = (begin + end) / 2
    return begin, sure, max(sure, still), end


def _years(day: date, *, whole: bool = False) -> float:
    """A day as a number of years: its beginning, or its end if the whole of it counts."""
    passed = day.timetuple().tm_yday - (not whole)
    length = date(day.year, 12, 31).timetuple().tm_yday
    return day.year + passed / length


def _hull(bounds: Iterable[tuple[float, ...]]) -> tuple[float, float]:
    """The first and the last moment of all."""
    every = list(bounds)
    return min(one[0] for one in every), max(one[-1] for one in every)


def _step(first: float, last: float, most: int = _MOST - 1) -> int:
    """The number of years between two ticks, so that there are no more than so many intervals."""
    return next((step for step in _STEPS if (last - first) / step <= most), _STEPS[-1])


def _round(first: float, last: float) -> tuple[int, int]:
    """The round years around two moments. (A century ends with the round year, as good as.)"""
    step = _step(first, last)
    return floor(first / step) * step, max(ceil((last - step / 50) / step) * step, floor(first / step) * step + step)


def _ticks(axis: Axis) -> tuple[tuple[float, int], ...]:
    """The round years of an axis, with the turn among them, and none so near before it that figures would touch."""
    if axis.turn is None:
        years = _every(axis.first, axis.last, _MOST)
    else:
        before = _every(axis.first, axis.turn, _MOST // 2)
        near = (before[1] - before[0]) * 3 / 4 if len(before) > 1 else 0
        years = [year for year in before if year < axis.turn - near]
        years += [axis.turn, *(year for year in _every(axis.turn, axis.last, _MOST // 2) if year > axis.turn)]
    return tuple((round(axis.at(year), 2), year) for year in years)


def _every(first: int, last: int, most: int) -> list[int]:
    """The round years between two years, with no more than so many intervals."""
    step = _step(first, last, most)
    return list(range(first + -first % step, last + 1, step))
