"""The search keys of words by a table of suffixes such as kk.yml, for agglutinative languages.

suffixes.js does the same in the browser, with the same table; a test compares the two for every word of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from .tables import letters

_THIRD = "third"
_EITHER = "either"
_MOST = 20_000  # cached keys; the article and its queries have some 4,000 words


class Suffixes:
    """The rules of one language. `table` is the content of its file, as plain values for JSON."""

    def __init__(self, path: Path):
        self.table: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        # An article repeats its words.
        self.key = lru_cache(_MOST)(self._key)

    def _key(self, word: str) -> str:
        """The key that a word shares with its other inflected forms. It is compared, never shown."""
        for layer in self._layers:
            if not self._is_whole(word):
                rests = list(self._stems(word, layer))
                # Strip the shortest suffix that leaves a whole word, or else the longest one: құрылыс-ы, not құрылы-сы.
                word = next((rest for rest in reversed(rests) if self._is_whole(rest)), next(iter(rests), word))
        return self._finished(word)

    @cached_property
    def endings(self) -> re.Pattern[str]:
        """Endings after the hyphen of an abbreviation or a number, which are not words: -дағы in ҚР-дағы.

        They may have been typed on a Russian keyboard.
        """
        written = {suffix for layer in self._layers for suffix, _ in layer}
        folded = {suffix.translate(str.maketrans(letters()["folded"])) for suffix in written}
        suffixes = sorted(written | folded, key=lambda suffix: (-len(suffix), suffix))
        return re.compile(rf"(?<=\w)-(?:{'|'.join(suffixes)}){{1,3}}(?!\w)")

    @cached_property
    def _layers(self) -> list[list[tuple[str, str]]]:
        """The suffixes of each layer, longest first, each with the letters that it may follow, or `third`."""
        letters = self.table["letters"]
        return [
            sorted(
                (
                    (suffix, _THIRD if rule["after"] == [_THIRD] else "".join(letters[kind] for kind in rule["after"]))
                    for rule in layer["suffixes"]
                    for suffix in rule["take"]
                ),
                key=lambda pair: -len(pair[0]),
            )
            for layer in self.table["layers"]
        ]

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(self.table["whole"])

    @cached_property
    def _roots(self) -> frozenset[str]:
        return frozenset(self.table["roots"])

    def _stems(self, word: str, layer: list[tuple[str, str]]) -> Iterator[str]:
        """The word without each suffix of this layer that fits, longest suffix first."""
        for suffix, after in layer:
            rest = word.removesuffix(suffix)
            if rest == word or not self._is_stem(rest) or not self._agrees(rest, suffix):
                continue
            if self._ends_with_third(rest) if after == _THIRD else rest[-1] in after:
                yield rest

    def _ends_with_third(self, rest: str) -> bool:
        """Whether the word ends with a stem and a third-person possessive; орын, in орында, does not."""
        return any(rest.endswith(third) and self._is_stem(rest.removesuffix(third)) for third in self.table["third"])

    def _is_whole(self, word: str) -> bool:
        """Whether no suffix is stripped from the word."""
        return word in self._whole or word.endswith(tuple(self.table["whole_ends"]))

    def _is_stem(self, rest: str) -> bool:
        return len(rest) >= self.table["shortest"] or rest in self._roots

    def _agrees(self, rest: str, suffix: str) -> bool:
        """Whether a suffix agrees with the last vowel of the stem in vowel harmony."""
        rows = {self._row(rest), self._row(suffix)}
        free = suffix in self.table["invariable"] or rest.endswith(tuple(self.table["borrowed"]))
        return len(rows) == 1 or _EITHER in rows or free

    def _row(self, letters: str) -> str:
        rows = {vowel: row for row, members in self.table["harmony"].items() for vowel in members}
        return next((rows[letter] for letter in reversed(letters) if letter in rows), _EITHER)

    def _finished(self, word: str) -> str:
        elided, vowels = self.table["elided"], self.table["letters"]["vowel"]
        for may_go in (self._is_high, self._is_doubtful, self._is_high):
            if self._is_whole(word):
                return word
            if len(word) > 3 and may_go(word):
                word = word[:-1]
        word = word[:-1] + self.table["at_the_end"].get(word[-1:], word[-1:])
        if len(word) > 3 and word[-2] in elided and word[-1] not in vowels and word[-3] not in vowels:
            word = word[:-2] + word[-1]
        return word

    def _is_high(self, word: str) -> bool:
        """Whether a word ends with a vowel that may be a possessive."""
        return word[-1] in self.table["elided"] and word[-2] not in self.table["letters"]["vowel"]

    def _is_doubtful(self, word: str) -> bool:
        """Whether a word ends with a consonant that may belong to the stem or to a suffix."""
        return word[-2] in self.table["doubtful"].get(word[-1], "")
