"""The glossary and the index of names in one language."""

from __future__ import annotations

from ...model.addressing import GLOSSARY as PAGE
from ...model.edition import Edition
from ...model.glossary import GlossaryEntry
from ...model.page import UNIT, Locale
from ...text.alphabetical import sort_key
from ...text.mentions import mentions
from ...text.unit_ids import counterpart, number
from .places import GLOSSARY, file_of, to
from .xhtml import Element, add, marked, tag


def chapter(edition: Edition, locale: Locale) -> tuple[str, str, Element] | None:
    """Path, title and body; None if the glossary is empty."""
    page = edition.pages.get((locale.code, PAGE))
    if page is None or not edition.glossary:
        return None
    ui_text = edition.translator(locale)
    path = file_of(locale, GLOSSARY)
    section = tag("section", tag("h1", page.title), epub_type="glossary", role="doc-glossary")
    for group in dict.fromkeys(entry.group for entry in edition.glossary.values()):
        entries = [entry for entry in edition.glossary.values() if entry.group == group]
        entries.sort(key=lambda entry: sort_key(entry.head(locale), ui_text("alphabet")))
        listed = tag("dl", class_="glossary")
        for entry in entries:
            add(listed, *_entry(edition, locale, path, entry))
        add(section, tag("h2", ui_text(f"glossary.{group}"), id=f"group-{group}"), listed)
    return path, page.title, tag("body", section, epub_type="backmatter")


def _entry(edition: Edition, locale: Locale, path: str, entry: GlossaryEntry) -> list[Element]:
    ui_text = edition.translator(locale)
    term = tag("dt", tag("dfn", *marked(edition, entry.head(locale), locale)), id=entry.key)
    if entry.span:
        add(term, f" ({edition.date(entry.span, locale)})")
    others = tag("dd", class_="others")
    for nth, other in enumerate(one for one in edition.locales if one != locale):
        add(others, " · " if nth else "", tag("span", entry.head(other), lang=other.code))
    found = [term, others]
    for words, kind in ((entry.explanation.words if entry.explanation else None, None), (entry.note, "basis")):
        if words:
            found.append(tag("dd", *marked(edition, words.get(locale.code, ""), locale), class_=kind))
    where = tag("dd", ui_text("glossary.where"), class_="where")
    for unit in mentions(edition)[entry.key]:
        href = to(edition, path, locale, counterpart(edition, locale, unit))
        if href:
            add(where, " ", tag("a", number(unit) if UNIT.fullmatch(unit) else ui_text(f"unit.{unit}"), href=href))
    return [*found, where] if len(where) else found
