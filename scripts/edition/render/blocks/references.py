"""The notes of the article: each entry with its status, and links back to its marks."""

from __future__ import annotations

from typing import Any

from ...model.addressing import ARTICLE
from ...model.edition import Edition
from ...model.page import MarkOccurrence, Page


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The entries by number, each with the occurrences of its marks in the article."""
    places: dict[str, list[MarkOccurrence]] = {}
    for occurrence in edition.pages[page.locale.code, ARTICLE].occurrences:
        places.setdefault(occurrence.key, []).append(occurrence)
    entries = sorted(edition.references.items(), key=lambda item: int(item[0].removeprefix("n")))
    return {"entries": [(key, key.removeprefix("n"), entry, places.get(key, [])) for key, entry in entries]}
