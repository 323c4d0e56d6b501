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
from ...text.data_values import entry_name
from ...text.unit_ids import counterpart, translated
from ...text.units import units

WARNING = True

# A sentence ends with its punctuation mark and any closing marks, before white space and a possible beginning of the
# next sentence, or at the end of the text.
_END = re.compile(r"[.!?…]+[»”’“)\]]*(?=\s+[«“„‘(\[]*[^\W_a-zа-яёәғқңөұүһі]|\s*$)")
_LAST_WORD = re.compile(r"[^\s.(«“„\[]*$")
# The data files about the text.
FILES = ("references", "timeline", "glossary", "emendations")


def check(edition: Edition) -> Iterator[Problem]:
    """Count the sentences of every translated unit, and of every entry of the data with complete sentences."""
    yield from _of_units(edition)
    yield from _of_data(edition)


def _of_units(edition: Edition) -> Iterator[Problem]:
    theirs = units(edition, edition.original)
    for locale in edition.locales:
        here = units(edition, locale)
        for name in translated(edition, locale):
            ours = here.get(counterpart(edition, locale, name))
            if ours and name in theirs:
                wanted, found = _count(theirs[name].words, edition.original), _count(ours.words, locale)
                if wanted != found:
                    yield Problem(ours.place, _difference(name, wanted, found), "compare them")


def _of_data(edition: Edition) -> Iterator[Problem]:
    codes = [locale.code for locale in edition.locales]
    for data in (edition.data[name] for name in FILES):
        for key, words in data.entries(codes):
            said = words.get(edition.original.code)
            if not isinstance(said, str) or not said.endswith((".", "!", "?")):
                continue
            wanted = _count(said, edition.original)
            for locale in edition.locales:
                if isinstance(words.get(locale.code), str) and not locale.original:
                    found = _count(words[locale.code], locale)
                    if found != wanted:
                        name = f"{entry_name(data, key)}, {locale.code}"
                        yield Problem(data.place(*key, locale.code), _difference(name, wanted, found), "compare them")


def _count(text: str, locale: Locale) -> int:
    """The number of sentences in a text.

    Initials, abbreviations used with numbers (no., т., ж.) and a single word (Cf., Ср.) do not end a sentence.
    """
    short = _short(locale)
    count = begun = 0
    for end in _END.finditer(text):
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
