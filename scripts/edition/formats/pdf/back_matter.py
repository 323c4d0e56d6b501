"""What follows the text in the PDF of a language: notes, text-critical notes, the stages, citations."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ...citing.cited import EDITION, PRINT, citable
from ...citing.styles import citations as in_every_style
from ...citing.text import DATE
from ...markup.marks import date_shown, type_word
from ...model.edition import Edition
from ...model.page import UNIT, Locale
from ...text.critical_notes import explanation
from ...text.timeline_scale import stages
from ...text.unit_ids import own_name
from .runs import data_runs


def notes(edition: Edition, locale: Locale) -> list[dict[str, Any]]:
    """The notes by number, each with the marks that refer to it."""

    ui_text = edition.translator(locale)

    occurrences = edition.article(locale).occurrences
    return [
        {
            "id": key,
            "number": key.removeprefix("n"),
            "entry": data_runs(edition, locale, one.entry.get(locale.code, "")),
            "status": ui_text(f"notes.status.{one.status}"),
            "basis": data_runs(edition, locale, one.basis.get(locale.code, "")),
            "uses": [
                [use.id, ui_text("unit.short", number=use.unit.removeprefix("p"))]
                for use in occurrences
                if use.key == key
            ],
        }
        for key, one in sorted(edition.references.items(), key=lambda item: int(item[0].removeprefix("n")))
    ]


def critical_notes(edition: Edition, locale: Locale) -> list[dict[str, Any]]:
    """The text-critical notes in the order of the text: all for the original, for a translation those it marks."""
    marked = {one.key for one in edition.article(locale).occurrences}
    order = list(edition.emendations.units)
    notes = [one for one in edition.emendations.notes.values() if locale.original or one.key in marked]
    return [
        {
            "id": one.key,
            "marked": one.key in marked,
            "place": _place(edition, locale, one.unit),
            "sign": one.sign,
            "lang": own_name(edition, one.unit)[1] or edition.original.code,
            "reading": one.reading,
            "source": one.source,
            "suggestion": one.suggestion,
            "alternatives": list(one.alternatives),
            "type": type_word(edition, one.type, locale),
            "reason": data_runs(edition, locale, explanation(edition, one.key, locale)),
        }
        for one in sorted(notes, key=lambda one: order.index(one.unit) if one.unit in order else len(order))
    ]


def timeline(edition: Edition, locale: Locale) -> dict[str, Any] | None:
    """The drawing of the author's stages, and the stages with their dates; None if there are none."""
    drawn = stages(edition)
    periods = next((part.periods for part in edition.parts if part.periods), ())
    listed = [(one.label.get(locale.code, ""), date_shown(edition, one, locale)) for one in periods]
    if drawn is None:
        return None
    bars = [{key: asdict(bar)[key] for key in ("x", "width", "name", "open", "marks")} for bar in drawn.bars]
    return {"bars": bars, "ticks": drawn.ticks, "periods": listed, "alt": "; ".join(map(": ".join, listed))}


def citations(edition: Edition, locale: Locale) -> list[dict[str, Any]]:
    """How to cite this edition and the print, in the first style of the language."""

    ui_text = edition.translator(locale)

    found = []
    for kind in (EDITION, PRINT):
        cited = citable(edition, locale, kind)
        runs = next(iter(in_every_style(edition, cited).values()), [])
        known = [run for run in runs if run.needs != DATE and not (run.needs and not cited.url)]
        found.append(
            {
                "title": ui_text(f"citation.{kind}.title", year=edition.facts.article.year),
                "runs": [["w", run.text, "", "i" if run.kind == "title" else ""] for run in known],
            }
        )
    return found


def _place(edition: Edition, locale: Locale, unit: str) -> str:
    match = UNIT.fullmatch(unit)
    return match["number"] if match else edition.translator(locale)(f"unit.{unit}")
