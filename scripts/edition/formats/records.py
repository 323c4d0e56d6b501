"""The data of the edition as plain values, for the JSON files and the table. Their schemas are beside them."""

from __future__ import annotations

import re
from typing import Any

from ..citing.described import LICENCE
from ..model.addressing import ARTICLE, GLOSSARY, TIMELINE, address, card
from ..model.dates import Point, Span
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import UNIT, Locale
from ..model.timeline import Event, Period
from ..text.mentions import mentions
from ..text.pieces import CriticalMark, NoteMark, PageBreak, PartEnd, PartStart, Words
from ..text.unit_ids import counterpart
from ..text.walk import Walked, walk

Record = dict[str, Any]
_SPACE = re.compile(r"[ \n\u00a0\u202f]+")  # as `markup.bare_text.fold` collapses it


def head(edition: Edition) -> Record:
    """What a file is about: the edition, its version and day, its languages, and the rights, in every language."""
    facts = edition.facts
    return {
        "edition": facts.identifier,
        "version": facts.version,
        "released": facts.released.isoformat(),
        "title": dict(facts.article.title),
        "author": {locale.code: edition.author(locale) for locale in edition.locales},
        "languages": [{"code": one.code, "name": one.name, "original": one.original} for one in edition.locales],
        "rights": {locale.code: edition.translator(locale)("format.rights") for locale in edition.locales},
        "licence": LICENCE,
    }


@memoized
def unit_records(edition: Edition) -> list[Record]:
    """The units of the article, and the headings that the edition added, in the order of the original."""
    columns = {locale.code: {unit.id: unit for unit in walk(edition, locale)} for locale in edition.locales}
    return [_unit(edition, unit, columns) for unit in walk(edition, edition.original)]


def _unit(edition: Edition, unit: Walked, columns: dict[str, dict[str, Walked]]) -> Record:
    texts = {}
    for locale in edition.locales:
        name = counterpart(edition, locale, unit.id)
        if name in columns[locale.code]:
            texts[locale.code] = _text(locale, columns[locale.code][name])
    return {
        "id": unit.id,
        "kind": unit.kind,
        "level": unit.level or None,
        "sections": list(unit.sections),
        "by_edition": unit.by_edition,
        "list": unit.list or None,
        "marker": unit.marker or None,
        "pages": list(unit.pages) if unit.pages else None,
        "texts": texts,
    }


def _text(locale: Locale, unit: Walked) -> Record:
    """The words of a unit in a language, and what stands at which character of them, counted from 0."""
    marks: dict[str, list[Record]] = {"notes": [], "critical_notes": [], "page_breaks": [], "parts": [], "foreign": []}
    before = ""
    for piece in unit.pieces:
        at = len(_SPACE.sub(" ", before).removeprefix(" "))
        match piece:
            case Words():
                before += piece.text
                if piece.language != unit.language:
                    end = len(_SPACE.sub(" ", before).removeprefix(" "))
                    marks["foreign"].append({"start": at, "end": end, "language": piece.language})
            case NoteMark():
                marks["notes"].append({"id": piece.id, "note": piece.note, "sign": piece.sign, "at": at})
            case CriticalMark():
                marks["critical_notes"].append({"note": piece.id, "at": at})
            case PageBreak():
                marks["page_breaks"].append({"id": piece.id, "page": piece.number, "at": at})
            case PartStart():
                marks["parts"].append({"id": piece.id, "start": at, "end": None})
            case PartEnd():
                next(one for one in marks["parts"] if one["id"] == piece.id)["end"] = at
    return {
        "address": f"/{address(locale, ARTICLE)}#{unit.id}",
        "language": unit.language,
        "authors": unit.authors,
        "words": unit.words,
        **{name: found for name, found in marks.items() if found},
    }


def paragraph_record(edition: Edition, name: str) -> Record:
    """A paragraph with its notes, its events and its terms, by its id."""
    record = next(one for one in unit_records(edition) if one["id"] == name)
    cited = {mark["note"] for text in record["texts"].values() for mark in text.get("notes", ())}
    return {
        **record,
        "card": f"/{card(name)}",
        "references": {key: _reference(edition, key) for key in edition.references if key in cited},
        "events": [event.id for event in edition.events_of.get(name, ())],
        "terms": [key for key, places in mentions(edition).items() if name in places],
    }


def _reference(edition: Edition, key: str) -> Record:
    note = edition.references[key]
    return {"status": note.status, "entry": dict(note.entry), "basis": dict(note.basis)}


def timeline_records(edition: Edition) -> list[Record]:
    """The parts of the timeline, each with its periods and their events, and the events outside any period."""
    return [
        {
            "id": part.id,
            "label": dict(part.label),
            "periods": [_event(edition, period) for period in part.periods],
            "events": [_event(edition, event) for event in part.events],
        }
        for part in edition.parts
    ]


def _event(edition: Edition, event: Event) -> Record:
    found: Record = {
        "id": event.id,
        "date": edtf(event.span) if event.span else None,
        "shown": dict(event.shown) if event.shown else None,
        "label": dict(event.label),
        "note": dict(event.note) if event.note else None,
        "planned": event.planned,
        "says": [{"unit": unit, "written": written} for unit, written in event.says],
        "address": f"/{address(edition.original, TIMELINE)}#{event.id}",
    }
    if isinstance(event, Period):
        found["events"] = [_event(edition, one) for one in event.events]
    return found


def edtf(span: Span) -> str:
    """A date in the Extended Date/Time Format (ISO 8601-2): `1991-02-15`, `18XX`, `1990/1993`, `2007/..`."""

    def written(point: Point | None) -> str:
        if point is None:
            return ".."
        return f"{point.year // 100:02}XX" if point.century else point.iso

    return written(span.start) if span.single else f"{written(span.start)}/{written(span.end)}"


def glossary_records(edition: Edition) -> list[Record]:
    """The entries of the glossary, each with the paragraphs of the original that mention it."""
    return [
        {
            "id": key,
            "group": entry.group,
            "heads": dict(entry.heads),
            "explanation": dict(entry.explanation.words) if entry.explanation else None,
            "explained_in": entry.explanation.unit.words if entry.explanation else None,
            "note": dict(entry.note) if entry.note else None,
            "date": edtf(entry.span) if entry.span else None,
            "mentioned_in": list(mentions(edition)[key]),
            "address": f"/{address(edition.original, GLOSSARY)}#{key}",
        }
        for key, entry in edition.glossary.items()
    ]


def paragraphs(edition: Edition) -> list[str]:
    """The ids of the paragraphs and list items, in order."""
    return [unit.id for unit in walk(edition, edition.original) if UNIT.fullmatch(unit.id)]
