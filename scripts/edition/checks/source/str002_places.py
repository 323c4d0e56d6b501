"""A word of the interface has other places to be filled in than the original's.

The reader would see the name of the place, {number}, or miss what belongs there.

Bad:   note.mark: {kk: '{number}-ескертпе', en: 'Note {numer}'}
Good:  note.mark: {kk: '{number}-ескертпе', en: 'Note {number}'}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem, nearest
from ...model.edition import Edition


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the places of every word with those of the original."""
    original = edition.original.code
    for key, words in edition.strings.values.items():
        wanted = _places(words.get(original, ""))
        for code, word in words.items():
            if (found := _places(word)) != wanted:
                said = " ".join(sorted(found - wanted)) or "none of them"
                hint = nearest(next(iter(found - wanted), ""), wanted) or " ".join(sorted(wanted))
                yield Problem(
                    edition.strings.place(key, code), f"{key}, {code}: {said}; the original has other places", hint
                )


def _places(word: str) -> set[str]:
    # {number:roman} is {number}, written in another way.
    return {f"{{{name}}}" for name in re.findall(r"\{([^{}:]*)(?::[a-z]+)?\}", word)}
