"""How to read the article: the signs that the edition adds to the text."""

from __future__ import annotations

from typing import Any

from ...model.edition import Edition
from ...model.page import Page
from ...text.translation_status import stale


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """Whether the page is the original, with page breaks and emendations, and which units are stale."""
    return {"original": page.locale.original, "stale": stale(edition, page.locale)}
