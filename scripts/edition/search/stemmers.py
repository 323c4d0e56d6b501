"""The search keys of words, at build time and in the browser.

A language has a table of suffixes in this folder, like kk.yml for Kazakh; or a Snowball stemmer, with a script such as
stemmer-ru.js in bundles.yml as its counterpart in the browser; or neither, and then words are found only as written.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

import snowballstemmer
from babel import Locale as Babel
from babel.dates import get_month_names

from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import Locale
from .suffixes import Suffixes
from .words import words

_MOST = 20_000  # cached stems; the article and its queries have some 4,000 words
_ENGLISH = "en"  # stemmed by Porter's rules of 1980, which are short enough for the browser


@memoized
def keys(edition: Edition, locale: Locale) -> Callable[[str], list[str]]:
    """A function that returns the keys of the words of a text, in order."""
    key, found = _key(edition, locale), forms(locale)

    # The same texts are analysed several times.
    @cache
    def of_text(text: str) -> list[str]:
        return [key(word) for word in found(text)]

    return of_text


def forms(locale: Locale) -> Callable[[str], list[str]]:
    """A function that returns the words of a text in order, as they are indexed: `words.words` for this language."""
    names, rules = months(locale), table(locale)
    endings = rules.endings if rules else None
    return lambda text: words(text, names, endings)


@cache
def table(locale: Locale) -> Suffixes | None:
    """The suffixes of a language, or None if it has no table of them."""
    path = Path(__file__).parent / f"{locale.code}.yml"
    return Suffixes(path) if path.is_file() else None


@cache
def months(locale: Locale) -> tuple[str, ...]:
    """The names of the twelve months in dates, from the CLDR, in lower case."""
    return tuple(name.lower() for _, name in sorted(get_month_names("wide", locale=locale.cldr).items()))


def bundle(edition: Edition, locale: Locale) -> str:
    """The name in bundles.yml of the script that computes a language's keys in the browser; empty if it needs none."""
    if table(locale):
        return "suffixes.js"
    name = f"stemmer-{locale.code}.js"
    return name if name in edition.bundles.files else ""


def _key(edition: Edition, locale: Locale) -> Callable[[str], str]:
    if rules := table(locale):
        return rules.key
    name = _snowball(edition, locale)
    if not name:
        return str
    stem = _stemmer(name)
    return (lambda word: _english(stem, word)) if locale.code == _ENGLISH else stem


@cache
def _stemmer(name: str) -> Callable[[str], str]:
    """A Snowball stemmer with a cache."""
    return lru_cache(_MOST)(snowballstemmer.stemmer(name).stemWord)


def _english(stem: Callable[[str], str], word: str) -> str:
    """The stem of an English word. Words of two letters are left alone, as in Porter's rules but not in Snowball."""
    return word if len(word) < 3 else stem(word)


def _snowball(edition: Edition, locale: Locale) -> str:
    """The name of the language's Snowball stemmer; empty unless the browser has its counterpart."""
    if not bundle(edition, locale):
        return ""
    name = Babel.parse(locale.cldr).get_language_name("en")
    return "porter" if locale.code == _ENGLISH else name.lower() if name else ""
