"""The search page: its field, the data for its script, and an index of all words for readers without scripts."""

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
from ...text.alphabetical import sort_key
from ...text.print_pages import printed
from ...text.unit_ids import number
from ...text.units import units
from . import glossary

SHORTEST = 3  # letters of the shortest words that are listed; numbers may be shorter
# A word in more than this share of the paragraphs is not worth listing.
TOO_COMMON = 1 / 3


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The glossary entries, the words of the text by first letter, and the addresses of the search indexes.

    `print` has the numbers of the first page of the print and of the last one that is known; it is empty if none is.
    """
    pages = printed(edition)
    here = address(page.locale, page.name)
    alphabet = edition.translator(page.locale)("alphabet")
    letters: dict[str, list[tuple[str, list[tuple[str, str]]]]] = defaultdict(list)
    found = sorted(words(edition, page.locale).items(), key=lambda word: sort_key(word[0], alphabet))
    for word, places in found:
        letters["0–9" if word[0].isdigit() else word[0].upper()].append(
            (word, [(unit, number(unit)) for unit in places])
        )
    return {
        "groups": glossary.groups(edition, page.locale),
        "letters": letters,
        "print": (min(pages), max(pages)) if pages else (),
        "languages": {locale.code: _language(edition, locale, here) for locale in edition.locales},
    }


def _language(edition: Edition, locale: Locale, here: str) -> dict[str, Any]:
    """The data of a language for the script of the page: its name, and addresses of files and pages."""
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
    """The words of the article, each with the paragraphs in which any of its forms occurs.

    A word is listed in its shortest form, with capitals only if it always has them.
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
        if len(where) <= max(1, len(paragraphs) * TOO_COMMON)
        if max(map(len, forms[key])) >= SHORTEST or key.isdigit()
    }


def small(forms: set[str]) -> set[str]:
    """The lower-case forms of a word, or all of them if none is lower-case."""
    lowered = {form for form in forms if form == form.lower()}
    return {unicodedata.normalize("NFC", form) for form in lowered or forms}
