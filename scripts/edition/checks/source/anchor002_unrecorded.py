"""A new address is not recorded in anchors.txt.

Once published, an address must stay valid; the record makes sure that it does.

Bad:   {: #p12a } on a page, but no line for it in anchors.txt
Good:  run python3 scripts/build.py --record-anchors and commit the new lines
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Place, Problem
from ...model.edition import Edition
from ..anchors import addresses


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the ids of the pages with the record."""
    recorded = {entry.address for entry in edition.anchors}
    missing: dict[str, list[tuple[str, Place]]] = {}
    for new, place in addresses(edition).items():
        if new not in recorded:
            missing.setdefault(place.path, []).append((new, place))
    for unrecorded in missing.values():
        first, place = unrecorded[0]
        more = f" (nor are {len(unrecorded) - 1} other addresses of this page)" if len(unrecorded) > 1 else ""
        hint = "if it is not a typo, record it: python3 scripts/build.py --record-anchors"
        yield Problem(place, f"{first} is not in anchors.txt{more}", hint)
