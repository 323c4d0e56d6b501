"""The notes of the article: each entry with its status, and a way back to each of its places."""

from __future__ import annotations

from typing import Any

from ...model.addressing import ARTICLE
from ...model.edition import Edition
from ...model.page import Page, Use


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The entries in the order of their numbers, each with the places of its marks in the article."""
    uses: dict[str, list[Use]] = {}
    for use in edition.pages[page.locale.code, ARTICLE].uses:
        uses.setdefault(use.key, []).append(use)
    entries = sorted(edition.references.values.items(), key=lambda item: int(item[0].removeprefix("n")))
    return {"entries": [(key, key.removeprefix("n"), entry, uses.get(key, [])) for key, entry in entries]}
