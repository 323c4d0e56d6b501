"""The author's stages of independence in brief, for the article: the first part of the timeline with periods."""

from __future__ import annotations

from typing import Any

from ...model.edition import Edition
from ...model.page import Page
from ...text.timeline_scale import stages


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The periods, and the same scale as on the timeline page."""
    periods = next((part.periods for part in edition.parts if part.periods), ())
    return {"periods": periods, "scale": stages(edition)}
