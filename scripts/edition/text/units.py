"""The units of the text in each language, which are cited, translated and compared with the source."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from functools import cached_property

from lxml import html
from lxml.html import HtmlElement
from markupsafe import escape

from ..findings import Place
from ..markup.bare_text import bare_text, witness
from ..markup.parsing import WRITTEN, parse_page
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import PART, Locale
from .unit_ids import counterpart


@dataclass(frozen=True, eq=False)
class Unit:
    """One unit in one language. `words` is the text without apparatus, `witness` the text as printed."""

    id: str
    locale: Locale
    element: HtmlElement
    words: str
    witness: str
    place: Place

    @cached_property
    def html(self) -> str:
        """The HTML of its content as `without_ids` leaves it."""
        return inner(self.element)


@memoized
def units(edition: Edition, locale: Locale) -> dict[str, Unit]:
    """The units of the article in this language, in the order of the page."""
    page = edition.article(locale)
    wanted = {counterpart(edition, locale, name) for name in edition.emendations.units}
    found = {}
    for element in parse_page(edition, page).iter():
        name = element.get("id") if isinstance(element.tag, str) else None
        if name in wanted and name not in found:
            place = page.ids.get(name) or page.place(0)
            found[name] = Unit(name, locale, element, bare_text(element), witness(element), place)
    return found


def without_ids(element: HtmlElement) -> HtmlElement:
    """A copy of an element without ids, apparatus and links, for use in a page that already has these ids.

    In the copy, parts of an item have the class `part` and their number in `data-number`. Where a page of the print
    begins, there is an empty `span` with its number in `data-page`, so that the words can be cited by their pages.
    """
    clone = copy.deepcopy(element)
    clone.tail = None
    for page in clone.xpath(".//*[@role='doc-pagebreak']"):
        page.addprevious(html.Element("span", {"data-page": page.get("id").removeprefix("pb")}))
    for apparatus in clone.xpath(".//*[@data-apparatus]"):
        apparatus.drop_tree()
    # Links are relative to the original page.
    for link in clone.xpath(".//a"):
        link.drop_tag()
    for part in clone.iter():
        if PART.fullmatch(name := part.attrib.pop("id", "")):
            part.classes.add("part")
            part.set("data-number", name.removeprefix("p"))
        part.attrib.pop(WRITTEN, None)
    return clone


def inner(element: HtmlElement) -> str:
    """The inner HTML of an element, as `without_ids` leaves it."""
    clone = without_ids(element)
    return str(escape(clone.text or "")) + "".join(html.tostring(child, encoding="unicode") for child in clone)
