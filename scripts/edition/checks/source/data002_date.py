"""A date of the timeline or the glossary is none, lies outside its period, or is not told by its paragraph.

The timeline says when the text says a thing happened; it may say nothing else.

Bad:   date: 1991-02-30
Good:  date: 1991-02-28
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem, nearest
from ...model.edition import Edition
from ...text.units import Unit, units


def check(edition: Edition) -> Iterator[Problem]:
    """Report what is no date, compare events with their periods, and look for the words in the original."""
    yield from _unreadable(edition)
    yield from _not_said(edition)
    yield from _outside(edition)


def _unreadable(edition: Edition) -> Iterator[Problem]:
    """The dates of timeline and glossary that are none."""
    for event in edition.events:
        yield from event.errors
    for entry in edition.glossary.values():
        yield from entry.errors


def _not_said(edition: Edition) -> Iterator[Problem]:
    """The events whose paragraphs do not have the words that are to tell them."""
    texts = units(edition, edition.original)
    for event in edition.events:
        for unit, written in event.says:
            if unit in texts and written not in texts[unit].words:
                yield Problem(
                    event.place, f"{event.id}: {unit} does not say «{written}»", _nearest(written, texts[unit])
                )


def _outside(edition: Edition) -> Iterator[Problem]:
    """The events that lie outside their periods."""
    for part in edition.parts:
        for period in part.periods:
            for event in period.events:
                if period.span and event.span and not period.span.overlaps(event.span):
                    yield Problem(
                        event.dated, f"{event.id} lies outside {period.id}", "move it, or correct one of the dates"
                    )


def _nearest(written: str, unit: Unit) -> str:
    """The words of the unit most like those that are not in it, as many as there are of them."""
    words, length = unit.words.split(), len(written.split())
    return nearest(written, [" ".join(words[at : at + length]) for at in range(len(words))])
