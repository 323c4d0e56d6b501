"""A data file names a unit that does not exist, or two events have the same id.

Links are generated from these ids; a wrong one becomes a dead link.

Bad:   says: [{unit: p99, written: 1991 жылы}]
Good:  says: [{unit: p16, written: 1991 жылы}]
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem, nearest
from ...model.edition import Edition
from ...model.yaml_data import Key
from ...text.units import units


def check(edition: Edition) -> Iterator[Problem]:
    """Look at the units that timeline and glossary name, and at the ids of the events."""
    known = units(edition, edition.original)
    seen: set[str] = set()
    for event in edition.events:
        if event.id in seen:
            yield Problem(event.place, f"duplicate id {event.id}")
        seen.add(event.id)
        for unit, _ in event.says:
            if unit not in known:
                yield Problem(event.place, f"{event.id}: unit {unit} does not exist", nearest(unit, known))
    for key, entry in edition.glossary.values.items():
        named: list[tuple[Key, str]] = [(("only", index), unit) for index, unit in enumerate(entry.get("only", ()))]
        if "explanation" in entry:
            named.append((("explanation", "unit"), entry["explanation"]["unit"]))
        for where, unit in named:
            if unit not in known:
                place = edition.glossary.place(key, *where)
                yield Problem(place, f"{key}: unit {unit} does not exist", nearest(unit, known))
