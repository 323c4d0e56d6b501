"""The text-critical notes: every emendation and every annotation, unit by unit."""

from __future__ import annotations

from typing import Any

from ..mentions import number
from ..model import ARTICLE, Edition, Page
from . import type_word


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The records grouped by unit, in the order of the text; each with its places in the articles."""
    placed = {
        locale.code: {use.key for use in edition.pages[locale.code, ARTICLE].uses} for locale in edition.locales
    }
    groups: dict[str, list[dict[str, Any]]] = {unit: [] for unit in edition.emendations.values["units"]}
    for key, record in edition.emendations.values["notes"].items():
        # The place in this page's own language if it is marked there, else in the original.
        code = page.locale.code if key in placed[page.locale.code] else edition.original.code
        groups.setdefault(record["unit"], []).append(
            {
                "id": key,
                "record": record,
                "type": type_word(edition, record["type"], page.locale),
                "marked": key in placed[code],
                "code": code,
            }
        )
    kinds = [record["kind"] for record in edition.emendations.values["notes"].values()]
    return {
        "groups": [(unit, number(unit), entries) for unit, entries in groups.items() if entries],
        "counts": {kind: kinds.count(kind) for kind in ("emendation", "doubtful", "remark")},
    }
