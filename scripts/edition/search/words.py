"""The words of a text for the search: in lower case, with dates in words and numbers in figures.

words.js does the same in the browser; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# 15.02.1991, 15/2/1991 and 1991-02-15, the form of ISO 8601.
_DATE = re.compile(r"(?<!\d)(?:(\d{1,2})([./])(\d{1,2})\2(\d{4})|(\d{4})-(\d\d)-(\d\d))(?!\d)")
_WORD = re.compile(r"[^\W_]+")
# Including the Cyrillic look-alikes.
_ROMAN = re.compile(r"[ivxхі]{2,}")
_CYRILLIC = str.maketrans("хі", "xi")
_VALUES = {"i": 1, "v": 5, "x": 10}
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


def words(text: str, months: Sequence[str], endings: re.Pattern[str] | None = None) -> list[str]:
    """The words of a text in order. `months` are the twelve names in its language; `endings` matches what to ignore.

    A date in figures becomes day, month and year, a Roman numeral an Arabic one, `19th` becomes 19, and ё becomes е.
    Single letters are ignored: initials, prepositions, the s of a genitive.
    """
    small = unicodedata.normalize("NFC", text).lower().replace("\u00ad", "").replace("ё", "е")

    def date(match: re.Match[str]) -> str:
        day, month, year = (match[1], match[3], match[4]) if match[1] else (match[7], match[6], match[5])
        if not 1 <= int(month) <= len(months):
            return match[0]
        return f" {int(day)} {months[int(month) - 1]} {year} "

    plain = _DATE.sub(date, small)
    found = _WORD.findall(endings.sub("", plain) if endings else plain)
    return [_figures(word) for word in found if len(word) > 1 or word.isdigit()]


def spelled(text: str) -> list[str]:
    """The words of a text, unchanged."""
    return _WORD.findall(text)


def _figures(word: str) -> str:
    if _ROMAN.fullmatch(word):
        values = [_VALUES[letter] for letter in word.translate(_CYRILLIC)]
        following = [*values[1:], 0]
        return str(sum(-one if one < next_ else one for one, next_ in zip(values, following, strict=True)))
    ordinal = _ORDINAL.fullmatch(word)
    return ordinal[1] if ordinal else word
