"""docs/_data/timeline.yml: the author's periods, and the events that he mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..findings import Place, Problem
from .dates import Span, read_date
from .yaml_data import Key, Localized, Raw


@dataclass(frozen=True)
class Event:
    """A dated statement of the text: what happened, when, and which units say so in which words.

    `place` is the place of its id, `dated` the place of its date; `errors` are those of the date.
    """

    id: str
    span: Span | None
    label: Localized
    says: tuple[tuple[str, str], ...]
    place: Place
    dated: Place
    shown: Localized | None = None
    note: Localized | None = None
    planned: bool = False
    errors: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Period(Event):
    """A period that the author himself defines, with its events."""

    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Part:
    """A part of the timeline: the author's periods with their events, and the events outside any period."""

    id: str
    label: Localized
    periods: tuple[Period, ...]
    events: tuple[Event, ...]
    place: Place


def parts_of(data: Raw) -> tuple[Part, ...]:
    """The parts in the order of the file. An event with an invalid date has errors and no span."""
    return tuple(_part(data, part, ("parts", at)) for at, part in enumerate(data.values["parts"]))


def _part(data: Raw, written: dict[str, Any], key: Key) -> Part:
    periods = tuple(
        _period(data, period, (*key, "periods", index)) for index, period in enumerate(written.get("periods", ()))
    )
    return Part(written["id"], written["label"], periods, _events(data, written, key), data.place(*key))


def _period(data: Raw, written: dict[str, Any], key: Key) -> Period:
    return Period(**vars(_event(data, written, key)), events=_events(data, written, key))


def _events(data: Raw, written: dict[str, Any], key: Key) -> tuple[Event, ...]:
    """The events of a part or a period."""
    return tuple(_event(data, event, (*key, "events", index)) for index, event in enumerate(written.get("events", ())))


def _event(data: Raw, written: dict[str, Any], key: Key) -> Event:
    dated = data.place(*key, "date")
    span, errors = read_date(written["date"], written["id"], dated)
    return Event(
        id=written["id"],
        span=span,
        label=written["label"],
        says=tuple((said["unit"], said["written"]) for said in written["says"]),
        place=data.place(*key, "id"),
        dated=dated,
        shown=written.get("shown"),
        note=written.get("note"),
        planned=written.get("planned", False),
        errors=errors,
    )
