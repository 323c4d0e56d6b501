"""How to read the article: the signs that the edition puts into the text."""

from __future__ import annotations

from typing import Any

from ...model.edition import Edition
from ...model.page import Page
from ...text.translation_status import stale


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """Whether the page is the original, which has page breaks and emendations, and which units of it are stale."""
    return {"original": page.locale.original, "stale": stale(edition, page.locale)}
