"""Inserts no-break spaces: 1991 ж., № 3, т. 4, B. Ayagan, a dash after its word.

This only affects the rendered pages; comparisons of text collapse all spaces.
"""

from __future__ import annotations

import re
from functools import cache

from ..model.page import Locale

NARROW = "\u202f"  # NARROW NO-BREAK SPACE, between a number and its word
FULL = "\u00a0"  # NO-BREAK SPACE, between words
_INITIAL = re.compile(r"(?<!\w)(?P<initial>[^\W\d_]\.) (?=[^\W\d_]\.|[^\W\d_]{2})")
_DASH = re.compile(r"(?<=\S) (?=[–—] )")


def typeset(text: str, locale: Locale) -> str:
    """The text with no-break spaces where this language does not allow a line break (`unbroken` in edition.yml)."""
    before, after = _patterns(locale)
    text = before.sub(lambda match: match[1] + (FULL if match[1][-1].isalpha() else NARROW), text)
    text = after.sub(NARROW, text)
    text = _INITIAL.sub(lambda match: match["initial"] + FULL if match["initial"][0].isupper() else match[0], text)
    return _DASH.sub(FULL, text)


@cache
def _patterns(locale: Locale) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns for a word before a number, with its space, and for the space between a number and a word after it."""
    before, after = (
        "|".join(map(re.escape, locale.unbroken.get(key, ()))) or r"(?!)" for key in ("before_number", "after_number")
    )
    return re.compile(rf"(?<!\w)({before}) (?=[\dIVXLC])"), re.compile(rf"(?<=[\dIVXLC]) (?=(?:{after})(?!\w))")
