"""An address that was published is no longer there.

Whoever cited it would send readers to nothing. anchors.txt holds every address ever published, and only grows.

Bad:   /ru/#p12 in anchors.txt, and no p12 on the Russian page
Good:  every address of anchors.txt leads somewhere
"""

from __future__ import annotations

from collections.abc import Iterator

from ...anchors import addresses
from ...findings import Problem, nearest
from ...model import Edition


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the record with the ids of the pages."""
    here = addresses(edition)
    for written, place in edition.anchors:
        if written not in here:
            page = written.partition("#")[0]
            likely = [address for address in here if address.startswith(f"{page}#")]
            yield Problem(place, f"{written} was published and is gone", nearest(written, likely))
