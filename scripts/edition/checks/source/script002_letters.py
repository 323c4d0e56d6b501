"""A word is written in letters that its language does not have.

Look-alikes of another script (a Latin CCP for the Cyrillic ССР, a lone Latin c) are the same to the eye, and no search
finds them; letters of other alphabets (ӛ for ө, ѳ, ї, α) are slips of the keyboard. The alphabets stand in strings.yml;
the words that a language writes with others stand in edition.yml, as its `foreign_words`. Roman numerals are of every
language, and so are Latin names that look like nothing else. Words of another language are marked on pages, and stand
in quotation marks or brackets in the data.

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
# What has no words: addresses, and places to be filled in.
_NO_WORDS = re.compile(r"\S+@\S+|\w+://\S+|\{[^}]*\}")
_QUOTED = re.compile(r"[«„“‘(\[][^«»„“”‘’()\[\]]+[»“”’)\]]")
# Letters that look like one of the other script.
_ALIKE = {
    "Latin": frozenset("ABCEHIKMOPTXYaceiopxyhjs"),
    "Cyrillic": frozenset("АВСЕНІКМОРТХУасеіорхуһјѕ"),
}
_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏ]+")
_LATIN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_BETWEEN = re.compile(r"[\s.–—-]+")
_PATTERN = "date.month"  # letters of the Unicode CLDR, which stand for what is filled in


def check(edition: Edition) -> Iterator[Problem]:
    """Look at every word that is not the author's, whose own are proven against the source."""
    alphabets = {code: _both(letters) for code, letters in edition.strings.values.get("alphabet", {}).items()}
    every = frozenset(chain.from_iterable(alphabets.values()))
    known = frozenset(word for locale in edition.locales for word in _LETTERS.findall(edition.article(locale).masked))
    locales = {locale.code: locale for locale in edition.locales if locale.code in alphabets}
    for passage in passages(edition):
        if passage.language in locales and not passage.authors and passage.name != _PATTERN:
            # Data cannot mark a name in its own letters; it is taken for one if an article has it.
            marked = frozenset() if passage.page else known
            yield from _judge(passage, locales[passage.language], alphabets[passage.language], every, marked)


def _both(letters: str) -> frozenset[str]:
    """The small and the capital letters of an alphabet."""
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
            if what := _wrong(word[0], own, every, like, cited or word[0] in known):
                hint = f"write it in the letters of {locale.name}, mark its language, or add it to foreign_words"
                nth = len(re.findall(rf"(?<!\w){word[0]}(?!\w)", passage.words[: word.start()]))
                yield Problem(passage.where(word[0], nth), f"{passage.name}: «{word[0]}» {what}", hint)
                break  # whatever stands together has one cause


def _runs(words: str, own: frozenset[str], listed: Collection[str]) -> Iterator[list[re.Match[str]]]:
    """The words that have a letter which is not of their language, those that stand together as one run."""
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
    """The script that all of these letters are of, if all of them have a look-alike in the other."""
    return next((script for script, alike in _ALIKE.items() if letters <= alike), "")


def _wrong(word: str, own: frozenset[str], every: frozenset[str], like: str, meant: bool) -> str:
    """What is wrong with the letters of a word; empty if nothing is. `like` is the script of its whole run."""
    strange = [letter for letter in dict.fromkeys(word) if letter not in own]
    if unknown := [letter for letter in strange if letter not in every]:
        return f"has {_named(unknown)}, which no language here has"
    if _LATIN.search(word) and not _LATIN.fullmatch(word):
        return ""  # of two scripts, which has a finding of its own
    # Whoever quotes Cyrillic in English may mean it; Latin that looks like Cyrillic is a slip even there.
    if like == "Latin" or (like and not meant):
        return f"is written with {_named(strange)}, which only look like letters of this language"
    if _LATIN.fullmatch(word) and own.isdisjoint(_LATIN_LETTERS):
        return ""  # a name that nobody takes for a word of this language
    return "" if meant else f"has {_named(strange)}, which this language does not have"


def _named(letters: list[str]) -> str:
    return ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters)
