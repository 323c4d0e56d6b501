"""The timeline: the author's periods, and the events he tells."""

from __future__ import annotations

from dataclasses import dataclass

from ..findings import Place
from .dates import Span


@dataclass(frozen=True)
class Event:
    """A dated statement of the text: what happened, when, and which paragraphs say so in which words.

    `place` is where the data give it, `dated` where they give its date.
    """

    id: str
    span: Span | None
    label: dict[str, str]
    says: tuple[tuple[str, str], ...]
    place: Place
    dated: Place
    shown: dict[str, str] | None = None
    note: dict[str, str] | None = None
    planned: bool = False


@dataclass(frozen=True)
class Period(Event):
    """A stretch of time that the author himself delimits, with the events he tells within it."""

    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Part:
    """A part of the timeline: the author's periods with their events, and the events outside of any."""

    id: str
    label: dict[str, str]
    periods: tuple[Period, ...]
    events: tuple[Event, ...]
