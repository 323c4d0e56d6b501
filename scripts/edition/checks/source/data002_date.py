"""A date in the timeline or the glossary is invalid, lies outside its period, or is not in the paragraph it cites.

The timeline gives only the dates that the text gives.

Bad:   date: 1991-02-30
Good:  date: 1991-02-28
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem, nearest
from ...model.edition import Edition
from ...text.units import Unit, units


def check(edition: Edition) -> Iterator[Problem]:
    """Parse every date, compare events with their periods, and look for the quoted words in the original."""
    yield from _invalid(edition)
    yield from _not_quoted(edition)
    yield from _outside(edition)


def _invalid(edition: Edition) -> Iterator[Problem]:
    """Dates of timeline and glossary that are not valid."""
    for event in edition.events:
        yield from event.errors
    for entry in edition.glossary.values():
        yield from entry.errors


def _not_quoted(edition: Edition) -> Iterator[Problem]:
    """Events that quote words which their paragraph does not contain."""
    texts = units(edition, edition.original)
    for event in edition.events:
        for unit, written in event.says:
            if unit in texts and written not in texts[unit].words:
                yield Problem(
                    event.place, f"{event.id}: {unit} does not contain «{written}»", _nearest(written, texts[unit])
                )


def _outside(edition: Edition) -> Iterator[Problem]:
    """Events that lie outside their periods."""
    for part in edition.parts:
        for period in part.periods:
            for event in period.events:
                if period.span and event.span and not period.span.overlaps(event.span):
                    yield Problem(
                        event.dated, f"{event.id} lies outside {period.id}", "move it, or correct one of the dates"
                    )


def _nearest(written: str, unit: Unit) -> str:
    """The most similar run of words in the unit, of the same length."""
    words, length = unit.words.split(), len(written.split())
    return nearest(written, [" ".join(words[at : at + length]) for at in range(len(words))])
