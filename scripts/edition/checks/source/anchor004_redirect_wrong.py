"""A line of anchors.txt is not a valid address, or its redirect is wrong.

An old address must lead to where its content is now. Redirects may be chained, but the chain must end at an address
that exists, and an address that still exists must not be redirected.

Bad:   /ru/#p12 -> /ru/#p99
Good:  /ru/#p12 -> /ru/#p12a
"""

from __future__ import annotations

from collections.abc import Iterator

from ...addresses.redirects import redirect_targets
from ...findings import Problem, nearest
from ...model.edition import Edition
from ..anchors import addresses


def check(edition: Edition) -> Iterator[Problem]:
    """Check every line of the record, and follow every redirect."""
    here = addresses(edition)
    for entry in edition.anchors:
        parts = [part for part in (entry.address, entry.redirect_to) if part or entry.redirect_to]
        if not all(part.startswith("/") and " " not in part for part in parts):
            hint = "write an address, /ru/#p12, or a redirect, /ru/#p12 -> /ru/#p12a"
            yield Problem(entry.place, f"«{entry.address}» is not an address of this site", hint)
        elif not entry.redirect_to:
            continue
        elif entry.address in here:
            hint = "remove the arrow and its target"
            yield Problem(entry.place, f"{entry.address} is redirected but still exists", hint)
        elif entry.address not in redirect_targets(edition):
            yield Problem(entry.place, f"{entry.address} redirects in a loop")
        elif redirect_targets(edition)[entry.address] not in here:
            target = redirect_targets(edition)[entry.address]
            yield Problem(
                entry.place, f"{entry.address} redirects to {target}, which does not exist", nearest(target, here)
            )
