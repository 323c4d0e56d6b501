"""A period of the timeline has no event, or a part has neither.

Readers open a heading with nothing under it.

Bad:   events: [] below period-2
Good:  at least one event in every period
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition


def check(edition: Edition) -> Iterator[Problem]:
    """Look for periods and parts without events."""
    for part in edition.parts:
        for period in part.periods:
            if not period.events:
                yield Problem(period.place, f"{period.id} has no event", "give it one, or take it out")
        if not part.periods and not part.events:
            yield Problem(part.place, f"the part {part.id} has no event", "take it out")
