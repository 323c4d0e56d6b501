"""The units of the text in each language: what is cited, translated, compared and proven."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from functools import cache

from lxml.html import HtmlElement

from .findings import Place
from .markdown import bare, convert, witness
from .model import UNIT, Edition, Locale


@dataclass(frozen=True, eq=False)
class Unit:
    """One unit in one language. `words` are the author's (or translator's) words without apparatus."""

    id: str
    locale: Locale
    element: HtmlElement
    words: str
    witness: str
    place: Place


@cache
def units(edition: Edition, locale: Locale) -> dict[str, Unit]:
    """The units of the article in this language, in the order of the page."""
    page = edition.article(locale)
    wanted = {counterpart(edition, locale, name) for name in edition.emendations.values["units"]}
    found = {}
    for element in convert(edition, page).tree.iter():
        name = element.get("id") if isinstance(element.tag, str) else None
        if name in wanted and name not in found:
            place = page.ids.get(name) or page.place(0)
            found[name] = Unit(name, locale, element, bare(element), witness(element), place)
    return found


def counterpart(edition: Edition, locale: Locale, name: str) -> str:
    """The id that a unit of the original's article has in another language's.

    Only front matter differs: what is `abstract-ru` in Kazakh is `abstract` in Russian, and there `abstract` in
    Kazakh is `abstract-kk`. Front matter that the author gave in one language only keeps its name.
    """
    if UNIT.fullmatch(name) or locale.original:
        return name
    known = edition.emendations.values["units"]
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


def without_ids(element: HtmlElement) -> HtmlElement:
    """A copy of an element without any id and without the apparatus, for use in a page that has these ids already."""
    clone = copy.deepcopy(element)
    clone.tail = None
    for apparatus in clone.xpath(".//*[@data-apparatus]"):
        apparatus.drop_tree()
    for part in clone.iter():
        part.attrib.pop("id", None)
    return clone
