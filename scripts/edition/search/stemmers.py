"""How the words of a language are brought to a key, at build and in the browser.

A language has a table of suffixes here, as Kazakh has in kk.yml; or a stemmer of Snowball for which the theme's package
carries the counterpart that lunr reads; or none, and then a word is found as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

import snowballstemmer
from babel import Locale as Babel
from babel.dates import get_month_names

from ..page import Locale
from .suffixes import Suffixes
from .words import words

_LUNR = files("material") / "templates/assets/javascripts/lunr/min"
# The theme's package carries them without their notice.
_NOTICE = "/* lunr-languages, Copyright Mihai Valentin; Snowball, Copyright Oleg Mazko. Mozilla Public License. */"
_ENGLISH = "en"  # lunr's core knows it itself, by Porter's rules of 1980
_Y, _EXTENDED = re.compile("y$"), re.compile("(?<=bl|og)i$")


@cache
def keys(locale: Locale) -> Callable[[str], list[str]]:
    """A function that gives the keys of a text's words, in order."""
    key, names, rules = _key(locale), months(locale), table(locale)
    endings = rules.endings if rules else None
    return lambda text: [key(word) for word in words(text, names, endings)]


@cache
def table(locale: Locale) -> Suffixes | None:
    """The suffixes of a language, if it has a table of them."""
    path = Path(__file__).parent / f"{locale.code}.yml"
    return Suffixes(path) if path.is_file() else None


@cache
def months(locale: Locale) -> tuple[str, ...]:
    """The names of the twelve months as the CLDR has them within dates."""
    return tuple(name.lower() for _, name in sorted(get_month_names("wide", locale=locale.cldr).items()))


@cache
def script(locale: Locale) -> str:
    """The script that teaches lunr the language's stemmer; empty if there is none, or none is needed."""
    if table(locale) or locale.code == _ENGLISH or not _snowball(locale):
        return ""
    names = ("lunr.stemmer.support.min.js", f"lunr.{locale.code}.min.js")
    return "\n".join((_NOTICE, *((_LUNR / name).read_text(encoding="utf-8") for name in names)))


def _key(locale: Locale) -> Callable[[str], str]:
    if rules := table(locale):
        return rules.key
    name = _snowball(locale)
    if not name:
        return str
    stem = cache(snowballstemmer.stemmer(name).stemWord)
    return (lambda word: _english(stem, word)) if locale.code == _ENGLISH else stem


def _english(stem: Callable[[str], str], word: str) -> str:
    """The stem of an English word without that in which lunr's stemmer and Snowball's differ; finder.js does the same.

    lunr's leaves words of two letters alone, has y after a vowel, and assembl where Snowball's has assembli.
    """
    return word if len(word) < 3 else _EXTENDED.sub("", _Y.sub("i", stem(word)))


def _snowball(locale: Locale) -> str:
    """The name of the language's stemmer at Snowball; empty unless the browser has it too."""
    if locale.code == _ENGLISH:
        return "porter"
    name = Babel.parse(locale.cldr).get_language_name("en").lower()
    there = (_LUNR / f"lunr.{locale.code}.min.js").is_file()
    return name if there and name in snowballstemmer.algorithms() else ""
