"""A unit of the text as XHTML: its words with marks and page breaks, its number, its links to the other languages."""

from __future__ import annotations

from ...markup.typesetting import typeset
from ...model.edition import Edition
from ...model.emendations import UNSURE
from ...model.page import UNIT, Locale
from ...text.pieces import CriticalMark, NoteMark, PageBreak, PartEnd, PartStart, Words
from ...text.translation_status import stale
from ...text.unit_ids import number
from ...text.walk import HEADING, ITEM, TITLE, Walked
from .places import CRITICAL, NOTES, file_of, to
from .xhtml import Content, Element, add, relative, tag


def unit_element(edition: Edition, locale: Locale, path: str, unit: Walked) -> Element:
    """The element of a unit, for the file at this path. Headings begin with level 1, as each file is a chapter."""
    level = {TITLE: 1, HEADING: unit.level - 1}.get(unit.kind, 0)
    name = f"h{level}" if level else "li" if unit.kind == ITEM else "p"
    paragraph = UNIT.fullmatch(unit.id)
    kind = "by-edition" if unit.by_edition else "unit" if paragraph else None if level else "front"
    language = unit.language if unit.language != locale.code else None
    element = tag(name, id=unit.id, class_=kind, lang=language)
    if paragraph:
        add(element, tag("span", number(unit.id), " ", class_="number", data_apparatus=""))
    _write(edition, locale, path, unit, element)
    if paragraph:
        add(element, _languages(edition, locale, path, unit.id))
    return element


def _write(edition: Edition, locale: Locale, path: str, unit: Walked, element: Element) -> None:
    into = element
    for piece in unit.pieces:
        if isinstance(piece, Words):
            add(into, _words(edition, unit, piece))
        elif isinstance(piece, PartStart):
            into = tag("span", id=piece.id, class_="part")
            element.append(into)
        elif isinstance(piece, PartEnd):
            into = element
        elif isinstance(piece, NoteMark):
            add(into, *_note_mark(locale, path, piece))
        elif isinstance(piece, CriticalMark):
            add(into, _critical_mark(edition, locale, path, piece))
        else:
            add(into, page_break(edition, locale, piece))


def _words(edition: Edition, unit: Walked, run: Words) -> Content:
    known = next((locale for locale in edition.locales if locale.code == run.language), None)
    content: Content = typeset(run.text, known) if known else run.text
    if run.emphasis:
        content = tag("em", content)
    if run.strong:
        content = tag("b", content)
    return tag("span", content, lang=run.language) if run.language != unit.language else content


def _note_mark(locale: Locale, path: str, mark: NoteMark) -> list[Content]:
    link = tag(
        "a",
        mark.sign,
        id=mark.id,
        href=relative(path, file_of(locale, NOTES), mark.note),
        epub_type="noteref",
        role="doc-noteref",
        class_="note-mark",
        data_apparatus="",
    )
    return [tag("span", "\u00a0", data_apparatus="") if mark.spaced else None, link]


def _critical_mark(edition: Edition, locale: Locale, path: str, mark: CriticalMark) -> Content:
    ui_text = edition.translator(locale)
    record = edition.emendations.notes.get(mark.id)
    kind = record.kind if record else "doubtful"
    return tag(
        "a",
        record.sign if record else UNSURE,
        id=mark.id,
        href=relative(path, file_of(locale, CRITICAL), mark.id),
        epub_type="noteref",
        role="doc-noteref",
        class_=f"critical-mark {kind}",
        aria_label=ui_text("critical.mark", what=ui_text(f"critical.{kind}.name")),
        data_apparatus="",
    )


def page_break(edition: Edition, locale: Locale, mark: PageBreak) -> Element:
    """The beginning of a page of the print; of the translations, which were not printed, no list of pages has it."""
    roles = {"epub_type": "pagebreak", "role": "doc-pagebreak"} if locale.original else {"role": "img"}
    return tag(
        "span",
        f"{' ' if mark.spaced else ''}|{mark.number}|",
        id=mark.id,
        class_="page-break",
        aria_label=edition.translator(locale)("page-break.name", page=mark.number),
        data_apparatus="",
        **roles,
    )


def _languages(edition: Edition, locale: Locale, path: str, name: str) -> Content:
    """Links to a paragraph in the other languages, and the sign of a translation that may be out of date."""
    element = tag("span", class_="languages", data_apparatus="")
    if name in stale(edition, locale):
        label = edition.translator(locale)("unit.stale.name")
        add(element, " ", tag("a", "≠", href=to(edition, path, edition.original, name), aria_label=label))
    for other in edition.locales:
        href = to(edition, path, other, name) if other != locale else None
        if href:
            place = edition.translator(other)("unit.short", number=number(name))
            label = f"{other.name}, {place}"
            add(element, " ", tag("a", other.short, href=href, hreflang=other.code, lang=other.code, aria_label=label))
    return element if len(element) else None
