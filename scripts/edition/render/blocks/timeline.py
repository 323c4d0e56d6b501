"""The timeline: every part with its periods and events, and the scale above it."""

from __future__ import annotations

from typing import Any

from ...model.edition import Edition
from ...model.page import Page
from ...text.timeline_scale import scale


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The parts of the timeline, and the scale of all periods that the author names."""
    return {"parts": edition.parts, "scale": scale(edition, page.locale, list(edition.parts))}
