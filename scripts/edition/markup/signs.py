"""The HTML of signs in the text: note marks, text-critical marks, page breaks, the numbers that link to cards."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from ..model.addressing import address, card, link
from ..model.edition import Edition
from ..model.page import PAGE_BREAK, UNIT, Locale, MarkOccurrence, Page
from .foreign_words import split_by_language
from .marks import Mark, mark

# The element name of links that are already resolved, so that MkDocs, which only knows file names, leaves them alone.
FINISHED = "finished-link"


def mark_element(edition: Edition, page: Page, occurrence: MarkOccurrence) -> Element:
    """The HTML of one mark. A note mark and a text-critical mark have a preview, shown on hover and focus."""

    ui_text = edition.translator(page.locale)

    if match := PAGE_BREAK.fullmatch(occurrence.key):
        number = match["number"]
        # A translation has no pages; what the author printed in several languages stands as he printed it.
        by_sense = not page.locale.original and UNIT.fullmatch(occurrence.unit)
        name = ui_text("page-break.by-sense" if by_sense else "page-break.name", page=number)
        element = Element("span", {"class": "page-break", "role": "doc-pagebreak"})
        element.set("id", occurrence.id)
        element.set("title", name)
        element.set("data-apparatus", "")
        SubElement(element, "span", {"aria-hidden": "true"}).text = AtomicString(
            f" ≈{number}" if by_sense else f" {number}"
        )
        return element
    record = mark(edition, page, occurrence)
    element = sign_element(edition, page.locale, record, occurrence.id)
    element[0].set("id", occurrence.id)
    if record.kind == "note-mark":
        element[0].set("role", "doc-noteref")
    return element


def sign_element(edition: Edition, locale: Locale, record: Mark, name: str) -> Element:
    """The HTML of a sign in the text: a link with a preview of its target, shown on hover and focus."""
    element = Element("span", {"class": record.kind, "data-apparatus": ""})
    anchor = SubElement(element, FINISHED, {"href": record.href, "aria-label": record.name})
    # Text from the data is not Markdown.
    anchor.text = AtomicString(record.sign)
    if record.preview:
        anchor.set("aria-describedby", f"preview-{name}")
        preview = SubElement(element, "span", {"class": "preview hidden", "role": "tooltip", "id": f"preview-{name}"})
        # It would stand within the sentence where there is no style sheet: reader views go by the attribute, other
        # programs that extract the text by the class.
        preview.set("hidden", "")
        for words, code in split_by_language(edition, record.preview, locale):
            if code:
                SubElement(preview, "span", {"lang": code, "translate": "no"}).text = AtomicString(words)
            elif len(preview):
                preview[-1].tail = AtomicString((preview[-1].tail or "") + words)
            else:
                preview.text = AtomicString((preview.text or "") + words)
    return element


def to_card(page: Page, unit: str, sign: str, name: str) -> Element:
    """The visible number or sign of a citable unit. It links to its card; with scripts, it opens a menu.

    Reader views leave out a sign, which is hidden from whoever cannot see it, but show a number.
    """
    href = link(address(page.locale, page.name), card(unit), page.locale.code)
    element = Element(FINISHED, {"class": "number", "href": href, "aria-label": name, "data-apparatus": ""})
    if sign.isdigit():
        element.text = sign
    else:
        SubElement(element, "span", {"aria-hidden": "true"}).text = sign
    return element
