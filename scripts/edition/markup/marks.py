"""The content of note marks, text-critical marks, and the dates of a paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.addressing import ARTICLE, NOTES, address, link
from ..model.edition import Edition
from ..model.emendations import UNSURE
from ..model.page import NOTE, Locale, MarkOccurrence, Page
from ..model.timeline import Event


@dataclass(frozen=True)
class Mark:
    """The content of a mark: its sign, its link, and its name for screen readers.

    `preview` is the hidden text beside it; empty if the mark links to another page, whose text a script shows.
    """

    kind: str
    sign: str
    href: str
    name: str
    preview: str = ""


def mark(edition: Edition, page: Page, occurrence: MarkOccurrence) -> Mark:
    """The content of a note mark or a text-critical mark on this page."""
    locale = page.locale
    here = address(locale, page.name)

    ui_text = edition.translator(locale)

    if NOTE.fullmatch(occurrence.key):
        number = occurrence.key.removeprefix("n")
        sign = f"[{number}, {occurrence.locator}]" if occurrence.locator else f"[{number}]"
        href = link(here, address(locale, ARTICLE), occurrence.key)
        reference = edition.references.get(occurrence.key)
        entry = reference.entry.get(locale.code, "") if reference else ""
        preview = f"[{number}] {entry}" if entry else ""
        return Mark("note-mark", sign, href, ui_text("note.mark", number=number), preview)
    record = edition.emendations.notes.get(occurrence.key)
    kind = record.kind if record else "doubtful"
    # The words in question precede the mark.
    name = ui_text("critical.mark", what=ui_text(f"critical.{kind}.name"))
    href = link(here, address(locale, NOTES), occurrence.key)
    return Mark(f"critical-mark {kind}", record.sign if record else UNSURE, href, name)


def stale_mark(edition: Edition, page: Page, unit: str) -> Mark:
    """The mark of a unit whose original has changed since it was translated; it links to the original."""
    href = link(address(page.locale, page.name), address(edition.original, page.name), unit)
    name, note = (edition.translator(page.locale)(f"unit.stale.{key}") for key in ("name", "note"))
    return Mark("stale-mark", "≠", href, name, note)


def type_word(edition: Edition, kind: str, locale: Locale) -> str:
    """The name of a type of slip or doubt, from the `types` of emendations.yml."""
    known = edition.emendations.types.get(kind)
    return known.names.get(locale.code, kind) if known else kind


def date_shown(edition: Edition, event: Event, locale: Locale) -> str:
    """The date of an event in words: the text given in the data, or else the formatted date; empty if undated."""
    if event.shown:
        return event.shown.get(locale.code, "")
    return edition.date(event.span, locale) if event.span else ""


def short_date(edition: Edition, event: Event, locale: Locale) -> str:
    """The date of an event for a margin: its years (1991, 1990–1993, 2007–) or centuries; empty if undated."""
    if event.span is None:
        return ""
    if any(point and point.century for point in (event.span.start, event.span.end)):
        return date_shown(edition, event, locale)
    start, end = (str(point.year) if point else "" for point in (event.span.start, event.span.end))
    return start if event.span.single else f"{start}–{end}"
