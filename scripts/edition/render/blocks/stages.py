"""The author's stages of independence in brief, for the article: the first part of the timeline that has periods."""

from __future__ import annotations

from typing import Any

from ...model.edition import Edition
from ...model.page import Page
from ...text.timeline_scale import stages


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The periods in brief, and the same drawing as on the timeline."""
    periods = next((part.periods for part in edition.parts if part.periods), ())
    return {"periods": periods, "scale": stages(edition, page.locale)}
