"""A text of the interface or a text-critical note has other placeholders than the original.

Readers would see the placeholder, {number}, or miss the value.

Bad:   note.mark: {kk: '{number}-ескертпе', en: 'Note {numer}'}
Good:  note.mark: {kk: '{number}-ескертпе', en: 'Note {number}'}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...findings import Problem, nearest
from ...model.edition import Edition
from ...model.yaml_data import Data, Key, Localized

IN_NOTES = {"{elsewhere}"}  # placeholders that are allowed in notes


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the placeholders of texts and notes with the original, and those of notes with the allowed ones."""
    original = edition.original.code
    for name, words in edition.strings.values.items():
        wanted = _placeholders(words.get(original, ""))
        yield from _compare(edition.strings, (name,), words, wanted, wanted)
    for name, record in edition.emendations.notes.items():
        words = record.note or {}
        wanted = _placeholders(words.get(original, "")) & IN_NOTES
        yield from _compare(edition.data["emendations"], ("notes", name, "note"), words, wanted, IN_NOTES)


def _compare(data: Data[Any], key: Key, words: Localized, wanted: set[str], known: set[str]) -> Iterator[Problem]:
    name = ".".join(map(str, key))
    for code, word in words.items():
        if (found := _placeholders(word)) != wanted:
            extra = " ".join(sorted(found - wanted)) or "none"
            hint = nearest(next(iter(found - wanted), ""), known) or " ".join(sorted(wanted))
            yield Problem(
                data.place(*key, code), f"{name}, {code}: the placeholders differ from the original: {extra}", hint
            )


def _placeholders(word: str) -> set[str]:
    # {number:roman} is {number} in another format.
    return {f"{{{name}}}" for name in re.findall(r"\{([^{}:]*)(?::[a-z]+)?\}", word)}
