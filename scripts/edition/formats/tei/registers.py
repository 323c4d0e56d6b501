"""What the text refers to: the notes, the text-critical notes, the register of names and terms, the timeline."""

from __future__ import annotations

from ...model.dates import Point, Span
from ...model.edition import Edition
from ...model.emendations import CriticalNote
from ...model.glossary import GlossaryEntry
from ...model.timeline import Event, Period
from ...text.critical_notes import explanation
from ...text.unit_ids import own_name
from .writing import Writer

_CERTAINTY = {"identified": "high", "probable": "medium", "unidentified": "unknown"}
_PERSON, _PLACE = "person", "place"


def registers(edition: Edition, tei: Writer) -> None:
    """Append the `standOff`."""
    with tei.inside("standOff"):
        _notes(edition, tei)
        _critical_notes(edition, tei)
        _glossary(edition, tei)
        for part in edition.parts:
            with tei.inside("listEvent", id=f"part-{part.id}"):
                tei.localized(edition, "head", part.label)
                for event in (*part.periods, *part.events):
                    _event(edition, tei, event)


def _notes(edition: Edition, tei: Writer) -> None:
    with tei.inside("listBibl", type="notes"):
        for key, note in edition.references.items():
            with tei.inside("bibl", id=key, n=key.removeprefix("n"), cert=_CERTAINTY[note.status], type=note.status):
                tei.localized(edition, "seg", note.entry, type="entry")
                tei.localized(edition, "note", note.basis, type="basis", resp="#edition")


def _critical_notes(edition: Edition, tei: Writer) -> None:
    with tei.inside("list", type="critical-notes"):
        for key, note in edition.emendations.notes.items():
            with tei.inside("item", id=key, corresp=f"#{note.unit}"):
                _critical_note(edition, tei, key, note)


def _critical_note(edition: Edition, tei: Writer, key: str, note: CriticalNote) -> None:
    language = own_name(edition, note.unit)[1] or edition.original.code
    tei.add("term", note.kind, type="kind")
    tei.add("term", note.type, type="slip")
    if note.emends:
        tei.add("quote", note.reading, type="reading", lang=language)
    tei.add("quote", note.source, type="source", lang=language)
    for other in (*filter(None, (note.suggestion,)), *note.alternatives):
        tei.add("quote", other, type="perhaps", lang=language)
    reasons = {locale.code: explanation(edition, key, locale) for locale in edition.locales}
    tei.localized(edition, "note", reasons, resp="#edition")


def _glossary(edition: Edition, tei: Writer) -> None:
    entries = edition.glossary.values()
    persons = [entry for entry in entries if entry.group == _PERSON]
    places = [entry for entry in entries if entry.group == _PLACE]
    terms = [entry for entry in entries if entry.group not in (_PERSON, _PLACE)]
    for listed, name, one, named in (
        (persons, "listPerson", "person", "persName"),
        (places, "listPlace", "place", "placeName"),
    ):
        if listed:
            with tei.inside(name):
                for entry in listed:
                    with tei.inside(one, id=entry.key):
                        tei.localized(edition, named, entry.heads)
                        _explained(edition, tei, entry, "note")
    if terms:
        with tei.inside("list", type="gloss"):
            for entry in terms:
                with tei.inside("item", id=entry.key):
                    tei.localized(edition, "term", entry.heads, type=entry.group)
                    _explained(edition, tei, entry, "gloss")


def _explained(edition: Edition, tei: Writer, entry: GlossaryEntry, name: str) -> None:
    if entry.explanation:
        tei.localized(edition, name, entry.explanation.words)
    tei.localized(edition, "note", entry.note, resp="#edition")


def _event(edition: Edition, tei: Writer, event: Event) -> None:
    kind = "period" if isinstance(event, Period) else "planned" if event.planned else "event"
    with tei.inside("event", id=event.id, type=kind, **_dated(event.span)):
        tei.localized(edition, "label", event.label)
        tei.localized(edition, "note", event.shown, type="date")
        tei.localized(edition, "note", event.note, resp="#edition")
        for unit, _ in event.says:
            tei.add("ptr", target=f"#{unit}")
        if isinstance(event, Period):
            for inner in event.events:
                _event(edition, tei, inner)


def _dated(span: Span | None) -> dict[str, str]:
    """The attributes of att.datable.w3c for a date."""
    if span is None:
        return {}
    if span.single and span.start and not span.start.century:
        return {"when": span.start.iso}
    if any(point and point.century for point in (span.start, span.end)):
        return {
            "notBefore": f"{span.first.year:04}" if span.start else "",
            "notAfter": f"{span.last.year:04}" if span.end else "",
        }
    return {"from_": _written(span.start), "to": _written(span.end)}


def _written(point: Point | None) -> str:
    return point.iso if point else ""
