"""An address is about to be published and is not in anchors.txt.

From its first publication on an address is for ever; it has to be in the record that proves it.

Bad:   {: #p12a } on a page, and no line for it in anchors.txt
Good:  python3 scripts/build.py --record-anchors, and the new lines committed
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
    for written, place in addresses(edition).items():
        if written not in recorded:
            missing.setdefault(place.path, []).append((written, place))
    for found in missing.values():
        written, place = found[0]
        more = f" (nor are {len(found) - 1} more of this page)" if len(found) > 1 else ""
        hint = "if it is not mistyped, record it: python3 scripts/build.py --record-anchors"
        yield Problem(place, f"{written} is not in anchors.txt{more}", hint)
