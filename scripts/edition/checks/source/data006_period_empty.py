"""A period of the timeline has no events, or a part has neither periods nor events.

Readers would open a heading with nothing below it.

Bad:   events: [] in period-2
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
                yield Problem(period.place, f"{period.id} has no events", "add one, or remove the period")
        if not part.periods and not part.events:
            yield Problem(part.place, f"the part {part.id} has no events", "remove it")
