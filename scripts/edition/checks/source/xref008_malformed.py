"""An external address is invalid: its scheme is unknown or missing, it has no host, or it contains a space.

Browsers take it for a file of this site, or ignore it.

Bad:   [the law](htps://adilet.example.kz/)      [the law](www.example.kz)      [the author](name@host.kz)
Good:  [the law](https://adilet.example.kz/)     [the author](mailto:name@host.kz)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ..link_targets import resolved_links


def check(edition: Edition) -> Iterator[Problem]:
    """Check the form of every external address; nothing is requested over the network."""
    for page in edition.pages.values():
        for link, target in resolved_links(edition, page):
            if target.kind == "malformed":
                yield Problem(link.place, f"{link.target} is not a valid address", target.hint)
