"""A translated unit, or an entry of the data, has more or fewer sentences than the original.

A sentence may be missing. If the translator split a sentence or joined two, add an exception; its words contain both
counts, so that a sentence lost later is still found.

Bad:   five sentences in Kazakh, four in Russian
Good:  five in both; or an exception with the words «p17: 5 sentences for 4»
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...findings import Problem
from ...model.edition import Edition
from ...model.page import Locale
from ...text.translated_texts import translated_texts

WARNING = True

# A sentence may end with its punctuation mark and any closing marks, before white space and the beginning of the next
# one, or at the end of the text.
_END = re.compile(r"[.!?…]+[»”’“)\]]*(?:(?=\s+[«“„‘(\[]*(?P<next>[^\W_]))|(?=\s*$))")
_LAST_WORD = re.compile(r"[^\s.(«“„\[]*$")


def check(edition: Edition) -> Iterator[Problem]:
    """Count the sentences of every translated unit, and of every entry of the data with complete sentences."""
    for text in translated_texts(edition):
        if text.unit or text.original.endswith((".", "!", "?")):
            wanted, found = _count(text.original, edition.original), _count(text.words, text.locale)
            if wanted != found:
                yield Problem(text.place, _difference(text.name, wanted, found), "compare them")


def _count(text: str, locale: Locale) -> int:
    """The number of sentences in a text.

    Initials, abbreviations used with numbers (no., т., ж.) and a single word (Cf., Ср.) do not end a sentence.
    """
    short = _short(locale)
    count = begun = 0
    for end in _END.finditer(text):
        if (end["next"] or "").islower():
            continue
        sentence = text[begun : end.start()]
        last = _LAST_WORD.search(sentence)
        word = last[0] if last else ""
        alone = (len(word) == 1 and word.isalpha()) or word in short or " " not in sentence.strip()
        if alone and end.end() < len(text):
            continue
        count += 1
        begun = end.end()
    return count


@cache
def _short(locale: Locale) -> frozenset[str]:
    """The abbreviations used with numbers, without their full stop."""
    return frozenset(word.rstrip(".") for words in locale.unbroken.values() for word in words)


def _difference(name: str, wanted: int, found: int) -> str:
    return f"{name}: {found} sentence{'' if found == 1 else 's'} for {wanted} in the original"
