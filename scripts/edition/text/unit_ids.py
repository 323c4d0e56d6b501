"""What units are called in each language's article.

A paragraph has one id everywhere. Front matter that the author gave in several languages has a plain id in its own
language's article, and one with a code in the others: `abstract` and `abstract-ru` in Kazakh are `abstract-kk` and
`abstract` in Russian.
"""

from __future__ import annotations

from ..model.edition import Edition
from ..model.page import UNIT, Locale


def counterpart(edition: Edition, locale: Locale, name: str) -> str:
    """The id that a unit of the original's article has in another language's.

    Only front matter differs: what is `abstract-ru` in Kazakh is `abstract` in Russian, and there `abstract` in
    Kazakh is `abstract-kk`. Front matter that the author gave in one language only keeps its name.
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
    """The id of a unit in its own language's article, and that language's code; no code, if it is in every one.

    `abstract-ru` of the original is `abstract` in Russian; `p12` is `p12` everywhere.
    """
    base, _, code = name.rpartition("-")
    if code in (locale.code for locale in edition.locales) and not UNIT.fullmatch(name):
        return base, code
    return name, ""


def is_authors_own(edition: Edition, locale: Locale, name: str) -> bool:
    """Whether the author himself wrote a unit as it stands in this language's article.

    All of the original is his; so is the front matter that he gave in several languages.
    """
    if locale.original:
        return name in edition.emendations.units
    own, code = own_name(edition, name)
    return bool(code) or f"{own}-{locale.code}" in edition.emendations.units


def translated(edition: Edition, locale: Locale) -> list[str]:
    """The units of the original that this language's article translates, in order: all but the author's own words."""
    return [
        name
        for name in edition.emendations.units
        if not locale.original
        and not own_name(edition, name)[1]
        and not is_authors_own(edition, locale, counterpart(edition, locale, name))
    ]


def number(unit: str) -> str:
    """The number of a paragraph, by its id; the id itself for front matter."""
    match = UNIT.fullmatch(unit)
    return match["number"] if match else unit
