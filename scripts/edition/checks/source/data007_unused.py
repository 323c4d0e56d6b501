"""An entry of a data file is not used.

Nobody maintains an unused entry, and usually the name that should refer to it is mistyped.

Bad:   types: {letter-lost: {…}}, but no emendation of this type
Good:  each type used by a repair or a note
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition


def check(edition: Edition) -> Iterator[Problem]:
    """Look for types that no emendation has."""
    values = edition.emendations.values
    used = {entry["type"] for entry in (*values["repairs"], *values["notes"].values())}
    for name in values["types"]:
        if name not in used:
            yield Problem(edition.emendations.place("types", name), f"no emendation has the type {name}", "delete it")
