"""Spaces at which a line does not break: 1991 ж., № 3, т. 4, B. Ayagan, a dash after its word.

Only what is rendered is set so; the words stay as they were written, and whoever compares them folds all spaces.
"""

from __future__ import annotations

import re
from functools import cache

from ..model.page import Locale

NARROW = "\u202f"  # NARROW NO-BREAK SPACE, within an expression of a number
FULL = "\u00a0"  # NO-BREAK SPACE, between words
_INITIAL = re.compile(r"(?<!\w)(?P<initial>[^\W\d_]\.) (?=[^\W\d_]\.|[^\W\d_]{2})")
_DASH = re.compile(r"(?<=\S) (?=[–—] )")


def typeset(text: str, locale: Locale) -> str:
    """A text with its breakable spaces replaced where this language allows no break (`unbroken` in edition.yml)."""
    before, after = _patterns(locale)
    text = before.sub(lambda match: match[1] + (FULL if match[1][-1].isalpha() else NARROW), text)
    text = after.sub(NARROW, text)
    text = _INITIAL.sub(lambda match: match["initial"] + FULL if match["initial"][0].isupper() else match[0], text)
    return _DASH.sub(FULL, text)


@cache
def _patterns(locale: Locale) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word that stands before a number, with its space; the space before a word that stands after one."""
    before, after = (
        "|".join(map(re.escape, locale.unbroken.get(key, ()))) or r"(?!)" for key in ("before_number", "after_number")
    )
    return re.compile(rf"(?<!\w)({before}) (?=[\dIVXLC])"), re.compile(rf"(?<=[\dIVXLC]) (?=(?:{after})(?!\w))")
