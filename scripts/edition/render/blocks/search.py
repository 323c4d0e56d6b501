"""The page of the search: its field, what its script needs, and an index of all words for readers without scripts."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import Any

from ...model.addressing import ARTICLE, GLOSSARY, SEARCH, TIMELINE, address, link
from ...model.edition import Edition
from ...model.memo import memoized
from ...model.page import UNIT, Locale, Page
from ...search import index, stemmers
from ...search.words import spelled
from ...text.unit_ids import number
from ...text.units import units
from . import glossary

SHORTEST = 3  # letters of a word that is listed, unless it is a number
# A word that stands in more than this part of the paragraphs tells nothing of where to look.
EVERYWHERE = 1 / 3


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The entries of the glossary, the words of the text by their first letters, and where the index of search is."""
    here = address(page.locale, page.name)
    alphabet = edition.translator(page.locale)("alphabet")
    letters: dict[str, list[tuple[str, list[tuple[str, str]]]]] = defaultdict(list)
    found = sorted(words(edition, page.locale).items(), key=lambda word: glossary.sort_key(word[0], alphabet))
    for word, places in found:
        letters["0–9" if word[0].isdigit() else word[0].upper()].append(
            (word, [(unit, number(unit)) for unit in places])
        )
    return {
        "groups": glossary.groups(edition, page.locale),
        "letters": letters,
        "languages": {locale.code: _language(edition, locale, here) for locale in edition.locales},
    }


def _language(edition: Edition, locale: Locale, here: str) -> dict[str, Any]:
    """What the script of the page is told of a language: its name, and the addresses of what it may need."""
    stemmer = index.stemmer_path(edition, locale)
    pages = (ARTICLE, TIMELINE, GLOSSARY, SEARCH)
    return {
        "name": locale.name,
        "index": link(here, index.path(edition, locale)),
        "stemmer": link(here, stemmer) if stemmer else "",
        "pages": {name: link(here, address(locale, name)) for name in pages},
    }


@memoized
def words(edition: Edition, locale: Locale) -> dict[str, tuple[str, ...]]:
    """The words of the paragraphs, each with those where it or another form of it stands.

    A word is listed in the shortest of its forms, in capitals only where it never stands without.
    """
    keys = stemmers.keys(edition, locale)
    forms: dict[str, set[str]] = defaultdict(set)
    places: dict[str, dict[str, None]] = defaultdict(dict)
    paragraphs = {name: unit for name, unit in units(edition, locale).items() if UNIT.fullmatch(name)}
    for name, unit in paragraphs.items():
        for form in spelled(unit.words):
            for key in keys(form):
                forms[key].add(form)
                places[key][name] = None
    return {
        min(small(forms[key]), key=lambda form: (len(form), form)): tuple(where)
        for key, where in places.items()
        if len(where) <= max(1, len(paragraphs) * EVERYWHERE)
        if max(map(len, forms[key])) >= SHORTEST or key.isdigit()
    }


def small(forms: set[str]) -> set[str]:
    """Forms of a word as they stand within a sentence: in small letters, if any of them does."""
    lowered = {form for form in forms if form == form.lower()}
    return {unicodedata.normalize("NFC", form) for form in lowered or forms}
