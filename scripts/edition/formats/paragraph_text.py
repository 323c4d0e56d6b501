"""The bare words of a paragraph in a language: `p/12/ru.txt`."""

from __future__ import annotations

from ..model.addressing import card
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import Locale
from ..text.units import units
from .records import paragraphs


def paths(edition: Edition) -> list[str]:
    """One file for each paragraph and language."""
    return list(_all(edition))


def content(edition: Edition, path: str) -> str:
    """The words without any apparatus, on one line."""
    name, locale = _all(edition)[path]
    return f"{units(edition, locale)[name].words}\n"


@memoized
def _all(edition: Edition) -> dict[str, tuple[str, Locale]]:
    return {
        f"{card(name)}{locale.code}.txt": (name, locale)
        for name in paragraphs(edition)
        for locale in edition.locales
        if name in units(edition, locale)
    }
