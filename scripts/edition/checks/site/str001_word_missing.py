"""A template or a block asks for a word of the interface that strings.yml does not have.

The page shows the key where its reader expects a word.

Bad:   word("timeline.say")
Good:  word("timeline.says"), with timeline.says: {kk: …, ru: …, en: …} in strings.yml
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem, nearest
from ...model.edition import Edition
from . import Site


def check(edition: Edition, site: Site) -> Iterator[Problem]:
    """Report what was asked for in vain while the pages were made."""
    for key in edition.missed:
        yield Problem(edition.strings.place(), f"no word {key}", nearest(key, edition.strings.values))
