"""A data file names a unit that does not exist, or two events have the same id.

Links are generated from these ids; a wrong one becomes a dead link.

Bad:   says: [{unit: p99, written: 1991 жылы}]
Good:  says: [{unit: p16, written: 1991 жылы}]
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem, nearest
from ...model.edition import Edition
from ...text.units import units


def check(edition: Edition) -> Iterator[Problem]:
    """Look at the units that timeline and glossary name, and at the ids of the events."""
    known = units(edition, edition.original)
    seen: set[str] = set()
    for event in edition.events:
        if event.id in seen:
            yield Problem(event.place, f"duplicate id {event.id}")
        seen.add(event.id)
        for name, _ in event.says:
            if name not in known:
                yield Problem(event.place, f"{event.id}: unit {name} does not exist", nearest(name, known))
    for key, entry in edition.glossary.items():
        for unit in (*entry.only, *([entry.explanation.unit] if entry.explanation else ())):
            if unit.words not in known:
                yield Problem(unit.place, f"{key}: unit {unit.words} does not exist", nearest(unit.words, known))
