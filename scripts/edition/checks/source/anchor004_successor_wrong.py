"""A retired address has a successor that is none, or a line of anchors.txt is no address.

Whoever follows the old address must land where its content is now. Successors may be retired in their turn, but must
lead to an address that is there; and what is still there is not retired.

Bad:   /ru/#p12 -> /ru/#p99
Good:  /ru/#p12 -> /ru/#p12a
"""

from __future__ import annotations

from collections.abc import Iterator

from ...addresses.redirects import successors
from ...findings import Problem, nearest
from ...model.edition import Edition
from ..anchors import addresses


def check(edition: Edition) -> Iterator[Problem]:
    """Look at every line of the record, and follow every arrow in it."""
    here = addresses(edition)
    for entry in edition.anchors:
        parts = [part for part in (entry.address, entry.redirect_to) if part or entry.redirect_to]
        if not all(part.startswith("/") and " " not in part for part in parts):
            hint = "an address: /ru/#p12; a retired one with its successor: /ru/#p12 -> /ru/#p12a"
            yield Problem(entry.place, f"«{entry.address}» is no address below the root of the site", hint)
        elif not entry.redirect_to:
            continue
        elif entry.address in here:
            hint = "take the arrow and the successor away"
            yield Problem(entry.place, f"{entry.address} is retired here, and is still there", hint)
        elif entry.address not in successors(edition):
            yield Problem(entry.place, f"the successors of {entry.address} lead in a circle")
        elif successors(edition)[entry.address] not in here:
            there = successors(edition)[entry.address]
            yield Problem(entry.place, f"{entry.address} leads on to {there}, which is not there", nearest(there, here))
