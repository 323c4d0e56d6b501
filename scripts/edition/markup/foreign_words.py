"""Finds words in other languages in the edition's text: a Kazakh term in a Russian note, a Russian title in English.

Pages mark such words in the Markdown. In the data they are recognised by their letters: a word with a letter that is
not in the language's alphabet (in strings.yml) is in another language, and so is the whole quotation that contains it.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import Locale

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_QUOTED = re.compile(r"(?<=[«„“‘])[^«»„“”‘’]+(?=[»“”’])")
_MARKED = re.compile(r"<(span|div)\b[^>]*\blang=[^>]*>.*?</\1>", re.DOTALL)
_BETWEEN = re.compile(r"[\s–—-]+")


def split_by_language(edition: Edition, text: str, locale: Locale) -> list[tuple[str, str]]:
    """The text split into pieces, each with its language code; the code is empty for the language of the text."""
    spans: list[list[int]] = []
    if not any(map(str.isalpha, set(text.lower()) - _alphabet(edition, locale))):
        return [(text, "")] if text else []
    for word in _WORD.finditer(text):
        if not _strange(edition, word[0], locale):
            continue
        start, end = word.span()
        for quoted in _QUOTED.finditer(text):
            if quoted.start() <= start and end <= quoted.end():
                start, end = quoted.span()
        if spans and (start < spans[-1][1] or _BETWEEN.fullmatch(text[spans[-1][1] : start])):
            spans[-1][1] = max(end, spans[-1][1])
        else:
            spans.append([start, end])
    pieces, reached = [], 0
    for start, end in spans:
        pieces += [(text[reached:start], ""), (text[start:end], _language(edition, text[start:end], locale))]
        reached = end
    return [(piece, code) for piece, code in [*pieces, (text[reached:], "")] if piece]


def marked(edition: Edition, text: str, locale: Locale) -> Markup:
    """The text as HTML, with a `lang` attribute on words in another language, which browsers must not translate."""
    return Markup("").join(
        Markup('<span lang="{}" translate="no">{}</span>').format(code, piece) if code else escape(piece)
        for piece, code in split_by_language(edition, text, locale)
    )


def _strange(edition: Edition, word: str, locale: Locale) -> bool:
    """Whether a word has a letter that is not in this language's alphabet. Roman numerals belong to every language."""
    if re.fullmatch(r"[IVXLCDM]+", word):
        return False
    return bool(set(word.lower()) - _alphabet(edition, locale) - set("-’'"))


@memoized
def _alphabet(edition: Edition, locale: Locale) -> frozenset[str]:
    return frozenset(edition.translator(locale)("alphabet"))


def _language(edition: Edition, words: str, own: Locale) -> str:
    """The language of these words: one whose alphabet has all letters, and whose article has most of the words."""
    found = [word.lower() for word in _WORD.findall(words)]
    letters = set("".join(found)) - set("-’'")
    able = [locale for locale in edition.locales if locale != own and letters <= _alphabet(edition, locale)]

    def known(locale: Locale) -> tuple[int, bool]:
        return sum(word in _vocabulary(edition, locale) for word in found), locale.original

    return max(able, key=known).code if able else ""


@memoized
def _vocabulary(edition: Edition, locale: Locale) -> frozenset[str]:
    """All words of the article in this language, except those marked as another language."""
    return frozenset(word.lower() for word in _WORD.findall(_MARKED.sub(" ", edition.article(locale).body)))
