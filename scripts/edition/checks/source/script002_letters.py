"""A word contains letters that are not in the alphabet of its language.

Look-alikes from another script (a Latin CCP for the Cyrillic ССР, a single Latin c) cannot be seen, and searches miss
them; letters of other alphabets (ӛ for ө, ѳ, ї, α) are typing errors. The alphabets are in strings.yml; words that a
language writes in other letters are in edition.yml, under `foreign_words`. Roman numerals are allowed in every
language, and so are Latin names without look-alikes. Words in another language are marked on pages, and are in
quotation marks or brackets in the data.

Bad:   Верховный Совет Казахской CCP          (the letters are Latin)
Good:  Верховный Совет Казахской ССР          or, on a page: <span lang="kk">ҚР ҒМ</span>
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain

from ...findings import Problem
from ...model.edition import Edition
from ...model.page import Locale
from ...text.passages import Passage, passages

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMERAL = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
# Not words: addresses and placeholders.
_NO_WORDS = re.compile(r"\S+@\S+|\w+://\S+|\{[^}]*\}")
_QUOTED = re.compile(r"[«„“‘(\[][^«»„“”‘’()\[\]]+[»“”’)\]]")
# Letters with a look-alike in the other script.
_ALIKE = {
    "Latin": frozenset("ABCEHIKMOPTXYaceiopxyhjs"),
    "Cyrillic": frozenset("АВСЕНІКМОРТХУасеіорхуһјѕ"),
}
_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏ]+")
_LATIN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_BETWEEN = re.compile(r"[\s.–—-]+")
_PATTERN = "date.month"  # a CLDR date pattern, whose letters are placeholders


def check(edition: Edition) -> Iterator[Problem]:
    """Check every word that is not the author's; his words are compared with the source."""
    alphabets = {code: _both(letters) for code, letters in edition.strings.values.get("alphabet", {}).items()}
    every = frozenset(chain.from_iterable(alphabets.values()))
    known = frozenset(word for locale in edition.locales for word in _LETTERS.findall(edition.article(locale).masked))
    locales = {locale.code: locale for locale in edition.locales if locale.code in alphabets}
    for passage in passages(edition):
        if passage.language in locales and not passage.authors and passage.name != _PATTERN:
            # The data cannot mark a foreign name; a word counts as one if it occurs in an article.
            marked = frozenset() if passage.page else known
            yield from _judge(passage, locales[passage.language], alphabets[passage.language], every, marked)


def _both(letters: str) -> frozenset[str]:
    """The lower-case and upper-case letters of an alphabet."""
    return frozenset(letters.strip()) | frozenset(letters.strip().upper())


def _judge(
    passage: Passage, locale: Locale, own: frozenset[str], every: frozenset[str], known: frozenset[str]
) -> Iterator[Problem]:
    words = passage.words
    if not any(letter.isalpha() for letter in set(words) - own):
        return
    words = _NO_WORDS.sub(lambda match: " " * len(match[0]), words)
    quoted = [match.span() for match in _QUOTED.finditer(words)]
    for run in _runs(words, own, locale.foreign_words):
        like = _looks_like(frozenset("".join(word[0] for word in run)))
        for word in run:
            cited = any(start <= word.start() < end for start, end in quoted)
            if what := _wrong(word[0], own, every, like, cited or (word[0] in known and not like)):
                hint = f"write it in the letters of {locale.name}, mark its language, or add it to foreign_words"
                nth = len(re.findall(rf"(?<!\w){word[0]}(?!\w)", passage.words[: word.start()]))
                yield Problem(passage.where(word[0], nth), f"{passage.name}: «{word[0]}» {what}", hint)
                break  # one finding for each run, as its words have the same cause


def _runs(words: str, own: frozenset[str], listed: Collection[str]) -> Iterator[list[re.Match[str]]]:
    """Runs of adjacent words with letters that are not in their language's alphabet."""
    run: list[re.Match[str]] = []
    for joined in _WORD.finditer(words):
        for word in () if joined[0] in listed else _LETTERS.finditer(words, *joined.span()):
            if own.issuperset(word[0]) or word[0] in listed or _NUMERAL.fullmatch(word[0]):
                continue
            if run and not _BETWEEN.fullmatch(words, run[-1].end(), word.start()):
                yield run
                run = []
            run.append(word)
    if run:
        yield run


def _looks_like(letters: frozenset[str]) -> str:
    """The script of these letters, if each of them has a look-alike in the other script; else empty."""
    return next((script for script, alike in _ALIKE.items() if letters <= alike), "")


def _wrong(word: str, own: frozenset[str], every: frozenset[str], like: str, meant: bool) -> str:
    """What is wrong with the letters of a word; empty if nothing. `like` is what `_looks_like` returned for its run."""
    strange = [letter for letter in dict.fromkeys(word) if letter not in own]
    if unknown := [letter for letter in strange if letter not in every]:
        return f"has {_named(unknown)}, which is in no alphabet of this edition"
    if _LATIN.search(word) and not _LATIN.fullmatch(word):
        return ""  # mixed scripts, which another check reports
    # Quoted Cyrillic in English may be intended; Latin that looks like Cyrillic is an error even in quotations.
    if like == "Latin" or (like and not meant):
        return f"is written with look-alikes of this language's letters: {_named(strange)}"
    if _LATIN.fullmatch(word) and own.isdisjoint(_LATIN_LETTERS):
        return ""  # a name that cannot be mistaken for a word of this language
    return "" if meant else f"has {_named(strange)}, which is not in this language's alphabet"


def _named(letters: list[str]) -> str:
    return ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters)
