"""A text of the interface has other placeholders than the original.

Readers would see the placeholder, {number}, or miss the value.

Bad:   note.mark: {kk: '{number}-ескертпе', en: 'Note {numer}'}
Good:  note.mark: {kk: '{number}-ескертпе', en: 'Note {number}'}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem, nearest
from ...model.edition import Edition


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the placeholders of every text with those of the original."""
    original = edition.original.code
    for key, words in edition.strings.values.items():
        wanted = _placeholders(words.get(original, ""))
        for code, word in words.items():
            if (found := _placeholders(word)) != wanted:
                extra = " ".join(sorted(found - wanted)) or "none"
                hint = nearest(next(iter(found - wanted), ""), wanted) or " ".join(sorted(wanted))
                yield Problem(
                    edition.strings.place(key, code),
                    f"{key}, {code}: the placeholders differ from the original: {extra}",
                    hint,
                )


def _placeholders(word: str) -> set[str]:
    # {number:roman} is {number} in another format.
    return {f"{{{name}}}" for name in re.findall(r"\{([^{}:]*)(?::[a-z]+)?\}", word)}
