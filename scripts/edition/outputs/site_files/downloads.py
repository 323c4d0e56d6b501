"""Citations as files for reference managers, one a language and format, of the article, the edition and each card."""

from __future__ import annotations

from ...addresses.cards import cards
from ...citing.cited import Cited, the_edition, the_paragraph, the_print, the_section
from ...citing.exports import FORMATS
from ...model.edition import Edition, card
from ...model.memo import memoized
from ...model.page import UNIT, Locale


def paths(edition: Edition) -> list[str]:
    """`cite/edition-ru.bib`, `p/12/ru.ris` and so on."""
    return list(_all(edition))


def file(edition: Edition, path: str) -> str:
    """The text of one of them."""
    what, locale, end = _all(edition)[path]
    return FORMATS[end][1](edition, cited(edition, locale, what))


def stem(what: str, locale: Locale) -> str:
    """The path of a citation's files without the end that names the format. `what` is `print`, `edition` or an id."""
    return f"cite/{what}-{locale.code}" if what in ("print", "edition") else f"{card(what)}{locale.code}"


def cited(edition: Edition, locale: Locale, what: str) -> Cited:
    """What is cited: the `print`, the `edition`, or the paragraph or section with this id."""
    if what in ("print", "edition"):
        return {"print": the_print, "edition": the_edition}[what](edition, locale)
    return (the_paragraph if UNIT.fullmatch(what) else the_section)(edition, locale, what)


@memoized
def _all(edition: Edition) -> dict[str, tuple[str, Locale, str]]:
    return {
        f"{stem(what, locale)}.{end}": (what, locale, end)
        for what in ("print", "edition", *cards(edition))
        for locale in edition.locales
        for end in FORMATS
    }
