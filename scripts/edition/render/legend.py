"""How to read the article: the signs that the edition puts into the text."""

from __future__ import annotations

from typing import Any

from ..model import Edition, Page


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """Whether the page is the original, which has page breaks and emendations, or a translation."""
    return {"original": page.locale.original}
