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
    recorded = edition.emendations
    used = {repair.type for repair in recorded.repairs} | {note.type for note in recorded.notes.values()}
    for name, type_ in recorded.types.items():
        if name not in used:
            yield Problem(type_.place, f"no emendation has the type {name}", "delete it")
