"""What marks show: note marks, text-critical marks, and the dates that a paragraph tells."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.addressing import ARTICLE, NOTES, address, link
from ..model.edition import Edition
from ..model.page import NOTE, Locale, MarkOccurrence, Page
from ..model.timeline import Event


@dataclass(frozen=True)
class Mark:
    """What a mark shows: its sign, where it leads, and its name for those who do not see it.

    `preview` are the words that stand hidden beside it; empty for a mark that leads to another page, for a script
    shows what stands there.
    """

    kind: str
    sign: str
    href: str
    name: str
    preview: str = ""


def mark(edition: Edition, page: Page, occurrence: MarkOccurrence) -> Mark:
    """What a note mark or a text-critical mark shows on this page."""
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
    # The words that it is about stand before it.
    name = ui_text("critical.mark", what=ui_text(f"critical.{kind}.name"))
    href = link(here, address(locale, NOTES), occurrence.key)
    return Mark(f"critical-mark {kind}", "°" if kind == "emendation" else "*", href, name)


def stale_mark(edition: Edition, page: Page, unit: str) -> Mark:
    """What stands at a unit whose original has changed since it was translated: a sign that leads to the original."""
    href = link(address(page.locale, page.name), address(edition.original, page.name), unit)
    name, note = (edition.translator(page.locale)(f"unit.stale.{key}") for key in ("name", "note"))
    return Mark("stale-mark", "≠", href, name, note)


def type_word(edition: Edition, kind: str, locale: Locale) -> str:
    """The name of a type of slip or doubt, from the `types` of emendations.yml."""
    known = edition.emendations.types.get(kind)
    return known.names.get(locale.code, kind) if known else kind


def date_shown(edition: Edition, event: Event, locale: Locale) -> str:
    """The date of an event in words: as the data say it is to be shown, else made from the date; empty if undated."""
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
