"""The text-critical notes: every emendation and annotation, by unit."""

from __future__ import annotations

from typing import Any

from ...markup.marks import type_word
from ...model.addressing import ARTICLE
from ...model.edition import Edition
from ...model.page import Page
from ...text.critical_notes import explanation
from ...text.unit_ids import number, own_name


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The records grouped by unit, in the order of the text, each with its place in an article."""
    marked = {
        locale.code: {occurrence.key for occurrence in edition.pages[locale.code, ARTICLE].occurrences}
        for locale in edition.locales
    }
    groups: dict[str, list[dict[str, Any]]] = {unit: [] for unit in edition.emendations.units}
    for key, record in edition.emendations.notes.items():
        own, language = own_name(edition, record.unit)
        # The place is in this page's language if the note is marked there, or else in the language of the unit.
        code = page.locale.code if key in marked[page.locale.code] else language or edition.original.code
        groups.setdefault(record.unit, []).append(
            {
                "id": key,
                "record": record,
                "type": type_word(edition, record.type, page.locale),
                "reason": explanation(edition, key, page.locale),
                "anchor": key if key in marked[code] else own,
                "marked": key in marked[code],
                "place": edition.locale(code),
                "language": language or edition.original.code,
            }
        )
    kinds = [record.kind for record in edition.emendations.notes.values()]
    return {
        "groups": [(unit, number(unit), entries) for unit, entries in groups.items() if entries],
        "counts": {kind: kinds.count(kind) for kind in ("emendation", "doubtful", "remark")},
    }
