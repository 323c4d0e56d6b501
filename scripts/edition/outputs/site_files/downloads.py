"""Citation files for reference managers, one per language and format, for the article, the edition and each card."""

from __future__ import annotations

from ...addresses.cards import cards
from ...citing.cited import citable, file_stem
from ...citing.exports import FORMATS
from ...model.edition import Edition
from ...model.memo import memoized
from ...model.page import Locale


def paths(edition: Edition) -> list[str]:
    """`cite/edition-ru.bib`, `p/12/ru.ris` and so on."""
    return list(_all(edition))


def file(edition: Edition, path: str) -> str:
    """The text of one file."""
    what, locale, end = _all(edition)[path]
    return FORMATS[end][1](edition, citable(edition, locale, what))


@memoized
def _all(edition: Edition) -> dict[str, tuple[str, Locale, str]]:
    return {
        f"{file_stem(what, locale)}.{end}": (what, locale, end)
        for what in ("print", "edition", *cards(edition))
        for locale in edition.locales
        for end in FORMATS
    }
