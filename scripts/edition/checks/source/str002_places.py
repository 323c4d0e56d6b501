"""A word of the interface, or a text-critical note, has other places to be filled in than the original's.

The reader would see the name of the place, {number}, or miss what belongs there.

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

IN_NOTES = {"{elsewhere}"}  # what a note may have counted


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the places of every word and note with those of the original, and a note's with what can be counted."""
    original = edition.original.code
    for name, words in edition.strings.values.items():
        wanted = _places(words.get(original, ""))
        yield from _compare(edition.strings, (name,), words, wanted, wanted)
    for name, record in edition.emendations.notes.items():
        words = record.note or {}
        wanted = _places(words.get(original, "")) & IN_NOTES
        yield from _compare(edition.data["emendations"], ("notes", name, "note"), words, wanted, IN_NOTES)


def _compare(data: Data[Any], key: Key, words: Localized, wanted: set[str], known: set[str]) -> Iterator[Problem]:
    name = ".".join(map(str, key))
    for code, word in words.items():
        if (found := _places(word)) != wanted:
            said = " ".join(sorted(found - wanted)) or "none of them"
            hint = nearest(next(iter(found - wanted), ""), known) or " ".join(sorted(wanted))
            yield Problem(data.place(*key, code), f"{name}, {code}: {said}; the original has other places", hint)


def _places(word: str) -> set[str]:
    # {number:roman} is {number}, written in another way.
    return {f"{{{name}}}" for name in re.findall(r"\{([^{}:]*)(?::[a-z]+)?\}", word)}
