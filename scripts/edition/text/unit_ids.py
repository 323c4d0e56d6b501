"""The ids of units in each language's article.

A paragraph has the same id everywhere. Front matter that the author wrote in several languages has a plain id in its
own language's article, and an id with a language code in the others: `abstract` and `abstract-ru` in Kazakh are
`abstract-kk` and `abstract` in Russian.
"""

from __future__ import annotations

from ..model.edition import Edition
from ..model.page import UNIT, Locale


def counterpart(edition: Edition, locale: Locale, name: str) -> str:
    """The id of a unit of the original in another language's article.

    Only front matter differs: `abstract-ru` in Kazakh is `abstract` in Russian, and `abstract` in Kazakh is
    `abstract-kk` in Russian. Front matter that the author wrote in one language only keeps its id.
    """
    if UNIT.fullmatch(name) or locale.original:
        return name
    known = edition.emendations.units
    codes = [other.code for other in edition.locales if not other.original]
    base, _, code = name.rpartition("-")
    if code == locale.code:
        return base
    if code not in codes and f"{name}-{locale.code}" in known:
        return f"{name}-{edition.original.code}"
    return name


def own_name(edition: Edition, name: str) -> tuple[str, str]:
    """The id of a unit in its own language's article, and that language's code, which is empty if all have the unit.

    `abstract-ru` of the original is `abstract` in Russian; `p12` is `p12` everywhere.
    """
    base, _, code = name.rpartition("-")
    if code in (locale.code for locale in edition.locales) and not UNIT.fullmatch(name):
        return base, code
    return name, ""


def is_authors_own(edition: Edition, locale: Locale, name: str) -> bool:
    """Whether the text of a unit in this language's article is the author's own.

    This is so for all of the original, and for front matter that he wrote in several languages.
    """
    if locale.original:
        return name in edition.emendations.units
    own, code = own_name(edition, name)
    return bool(code) or f"{own}-{locale.code}" in edition.emendations.units


def translated(edition: Edition, locale: Locale) -> list[str]:
    """The units of the original that this language translates, in order: all but those that the author wrote in it."""
    return [
        name
        for name in edition.emendations.units
        if not locale.original
        and not own_name(edition, name)[1]
        and not is_authors_own(edition, locale, counterpart(edition, locale, name))
    ]


def number(unit: str) -> str:
    """The number in a paragraph's id; for front matter, the id itself."""
    match = UNIT.fullmatch(unit)
    return match["number"] if match else unit
