"""The notes of a part: the author's, and apart from them the text-critical ones.

Reading systems show a note at its mark because of `epub:type="footnote"`. The element is a `div`: of an `aside`, some
show nothing where it stands.
"""

from __future__ import annotations

from ...markup.marks import type_word
from ...model.addressing import NOTES as NOTES_PAGE
from ...model.edition import Edition
from ...model.emendations import CriticalNote
from ...model.page import Locale
from ...text.transcription import occurrences_elsewhere
from ...text.unit_ids import number, own_name
from .places import CRITICAL, NOTES, file_of, places, to
from .xhtml import Content, Element, add, marked, relative, tag

Made = tuple[str, str, Element]


def authors(edition: Edition, locale: Locale) -> Made | None:
    """The chapter of the author's notes: path, title and body. None if there are no notes."""
    if not edition.references:
        return None
    ui_text = edition.translator(locale)
    path, title = file_of(locale, NOTES), ui_text("notes.title")
    section = tag("section", tag("h1", title), epub_type="endnotes", role="doc-endnotes")
    add(section, tag("p", ui_text("notes.missing"), class_="of-edition"))
    for key in sorted(edition.references, key=lambda key: int(key.removeprefix("n"))):
        section.append(_note(edition, locale, path, key))
    return path, title, tag("body", section, epub_type="backmatter")


def _note(edition: Edition, locale: Locale, path: str, key: str) -> Element:
    ui_text = edition.translator(locale)
    reference = edition.references[key]
    shown = key.removeprefix("n")
    note = tag("div", id=key, class_="note", epub_type="footnote", role="doc-footnote")
    first = tag("p", tag("span", f"[{shown}]", class_="sign"), " ")
    add(first, *marked(edition, reference.entry.get(locale.code, ""), locale))
    add(first, " (", tag("span", ui_text(f"notes.status.{reference.status}"), class_="status"), ")")
    add(note, first, tag("p", *marked(edition, reference.basis.get(locale.code, ""), locale), class_="basis"))
    back = tag("p", class_="back")
    uses = [one for one in edition.article(locale).occurrences if one.key == key]
    units = [one.unit for one in uses]
    for use in uses:
        letter = use.id.rpartition("-")[2]
        label = ui_text("note.back", number=shown, place=letter, unit=number(use.unit))
        place = ui_text("unit.short", number=number(use.unit))
        words = f"↩ {place} ({letter})" if units.count(use.unit) > 1 else f"↩ {place}"
        href = to(edition, path, locale, use.id)
        if href:
            add(back, tag("a", words, href=href, role="doc-backlink", epub_type="backlink", aria_label=label), " ")
    return add(note, back if len(back) else None)


def critical(edition: Edition, locale: Locale) -> Made | None:
    """The chapter of the text-critical notes, by unit: path, title and body. None if there are none."""
    records = edition.emendations.notes
    page = edition.pages.get((locale.code, NOTES_PAGE))
    if not records or page is None:
        return None
    ui_text = edition.translator(locale)
    kinds = [record.kind for record in records.values()]
    counts = {kind: kinds.count(kind) for kind in ("emendation", "doubtful", "remark")}
    path = file_of(locale, CRITICAL)
    section = tag("section", tag("h1", page.title), epub_type="endnotes", role="doc-endnotes")
    add(section, tag("p", ui_text("critical.counts", **counts), class_="of-edition"))
    for unit in dict.fromkeys([*edition.emendations.units, *(record.unit for record in records.values())]):
        keys = [key for key, record in records.items() if record.unit == unit]
        if keys:
            named = "unit.name" if number(unit) != unit else f"unit.{unit}"
            add(section, tag("h2", ui_text(named, number=number(unit))))
            add(section, *(_critical_note(edition, locale, path, key) for key in keys))
    return path, page.title, tag("body", section, epub_type="backmatter")


def _critical_note(edition: Edition, locale: Locale, path: str, key: str) -> Element:
    record = edition.emendations.notes[key]
    ui_text = edition.translator(locale)
    own, code = own_name(edition, record.unit)
    language = code or edition.original.code

    def quoted(words: str) -> Element:
        return tag("span", words, lang=language)

    first = tag("p", tag("span", record.sign, class_="sign"), " ")
    add(first, ui_text(f"critical.{record.kind}.name"), ": ", _lemma(edition, locale, path, record, own, language))
    if record.emends:
        add(first, " ] ", ui_text("critical.source-has"), " ", quoted(record.source))
    elif record.suggestion:
        add(first, "; ", ui_text("critical.maybe"), " ", quoted(record.suggestion))
    for other in record.alternatives:
        add(first, "; ", ui_text("critical.or"), " ", quoted(other))
    add(first, " (", type_word(edition, record.type, locale), ")")
    words = (record.note or {}).get(locale.code, "")
    if "{elsewhere}" in words:
        words = words.replace("{elsewhere}", str(occurrences_elsewhere(edition, key)))
    reason = tag("p", *marked(edition, words, locale), class_="basis") if words else None
    return tag("div", first, reason, id=key, class_="note", epub_type="footnote", role="doc-footnote")


def _lemma(edition: Edition, locale: Locale, path: str, record: CriticalNote, own: str, language: str) -> Content:
    """The words that a note is about, which lead to their mark, or to their unit if it has no mark."""
    words = record.reading or record.source
    here = record.key in places(edition, locale)
    there = locale if here else edition.locale(language)
    marked_there = record.key in places(edition, there)
    anchor = record.key if marked_there else own
    target = places(edition, there).get(anchor)
    if target is None:
        return tag("span", words, lang=language)
    role = {"role": "doc-backlink", "epub_type": "backlink"} if here else {}
    return tag("a", words, href=relative(path, target, anchor), class_="lemma", lang=language, **role)
