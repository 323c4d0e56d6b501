"""The timeline in one language: the parts with their periods and events."""

from __future__ import annotations

from ...markup.marks import date_shown
from ...model.addressing import TIMELINE as PAGE
from ...model.edition import Edition
from ...model.page import Locale
from ...model.timeline import Event
from ...text.unit_ids import number
from .places import TIMELINE, file_of, to
from .xhtml import Element, add, marked, tag


def chapter(edition: Edition, locale: Locale) -> tuple[str, str, Element] | None:
    """Path, title and body; None if there are no events."""
    page = edition.pages.get((locale.code, PAGE))
    if page is None or not edition.parts:
        return None
    path = file_of(locale, TIMELINE)
    section = tag("section", tag("h1", page.title), class_="timeline")
    for part in edition.parts:
        add(section, tag("h2", part.label.get(locale.code, ""), id=f"part-{part.id}"))
        for period in part.periods:
            add(section, tag("h3", *marked(edition, period.label.get(locale.code, ""), locale), id=period.id))
            add(section, *_facts(edition, locale, path, period, labelled=False))
            add(section, _events(edition, locale, path, period.events))
        if part.periods and part.events:
            add(section, tag("p", edition.translator(locale)("timeline.outside"), class_="of-edition"))
        add(section, _events(edition, locale, path, part.events))
    return path, page.title, tag("body", section, epub_type="backmatter")


def _events(edition: Edition, locale: Locale, path: str, events: tuple[Event, ...]) -> Element | None:
    items = (tag("li", *_facts(edition, locale, path, one, labelled=True), id=one.id) for one in events)
    return tag("ol", *items, class_="events") if events else None


def _facts(edition: Edition, locale: Locale, path: str, event: Event, *, labelled: bool) -> list[Element]:
    """When it was, what it was, and where the article says so."""
    ui_text = edition.translator(locale)
    when = date_shown(edition, event, locale) or ui_text("timeline.undated")
    first = tag("p", tag("b", when), " ")
    if labelled:
        add(first, *marked(edition, event.label.get(locale.code, ""), locale), " ")
    if event.planned:
        add(first, f"({ui_text('timeline.planned')}) ")
    said = tag("span", ui_text("timeline.says"), class_="said")
    for nth, unit in enumerate(dict.fromkeys(unit for unit, _ in event.says)):
        words = ui_text("unit.short", number=number(unit))
        add(said, ", " if nth else " ", tag("a", words, href=to(edition, path, locale, unit)))
    add(first, said)
    note = (event.note or {}).get(locale.code, "")
    return [first, tag("p", *marked(edition, note, locale), class_="basis")] if note else [first]
