"""The forms of a glossary term that a translation may use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..model.glossary import GlossaryEntry
from ..model.page import Locale

_WORD = re.compile(r"\w+(?:[-’']\w+)*")


def forms(entry: GlossaryEntry, locale: Locale) -> list[str]:
    """The allowed forms of an entry in a language: its headword, or several separated by semicolons, and its `forms`.

    Words in brackets, and the quotation marks of a headword, are left out.
    """
    head = re.sub(r"\([^)]*\)|[«»“”„]", "", entry.head(locale))
    return [form for form in (*map(str.strip, head.split(";")), *entry.forms.get(locale.code, ())) if form]


def stands(form: str, text: str) -> bool:
    """Whether a form occurs in a text, with any endings and with at most one other word between two of its words.

    Up to three letters of a longer word count as its ending, and a match may be five letters longer, as adjectives are.
    Abbreviations, written all in capitals, have no ending.
    """
    shapes, words = _shapes(form), _words(text)
    begins = _places(shapes[0], words, 0, len(words)) if shapes else ()
    return any(_goes_on(shapes[1:], words, at) for at in begins)


def _goes_on(shapes: tuple[tuple[str, int], ...], words: tuple[str, ...], at: int) -> bool:
    """Whether words of these shapes follow the one at this index, with at most one other word before each."""
    for shape in shapes:
        found = next(_places(shape, words, at + 1, at + 3), None)
        if found is None:
            return False
        at = found
    return True


def _places(shape: tuple[str, int], words: tuple[str, ...], start: int, end: int) -> Iterator[int]:
    """The indices of the words that begin with this stem and are not longer than the shape allows."""
    stem, longest = shape
    return (at for at in range(start, min(end, len(words))) if words[at].startswith(stem) and len(words[at]) <= longest)


@lru_cache(maxsize=2048)  # forms; the glossary has some hundreds
def _shapes(form: str) -> tuple[tuple[str, int], ...]:
    shapes = []
    for word in _WORD.findall(form):
        fixed = word.isupper() or any(sign.isdigit() for sign in word)
        ending = 0 if fixed or len(word) <= 3 else min(3, (len(word) - 2) // 2)
        shapes.append((word[: len(word) - ending].lower(), len(word) + (0 if fixed else 5)))
    return tuple(shapes)


@lru_cache(maxsize=1024)  # paragraphs; an edition has some hundreds
def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(text))
