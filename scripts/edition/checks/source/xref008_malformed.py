"""An address on another host is none: a scheme that does not exist or is missing, no host, a space.

Browsers take it for a file of this site, or for nothing.

Bad:   [the law](htps://adilet.example.kz/)      [the law](www.example.kz)      [the author](name@host.kz)
Good:  [the law](https://adilet.example.kz/)     [the author](mailto:name@host.kz)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ..link_targets import followed


def check(edition: Edition) -> Iterator[Problem]:
    """Judge the form of every address that leads away; whether somebody answers there is not asked."""
    for page in edition.pages.values():
        for link, goal in followed(edition, page):
            if goal.kind == "malformed":
                yield Problem(link.place, f"{link.target} is no address", goal.hint)
