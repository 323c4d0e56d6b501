"""The timeline: every part with its periods and events, each drawn on its own scale, and all of them on one."""

from __future__ import annotations

from typing import Any

from ...model.dates import Point, Span
from ...model.edition import Edition
from ...model.page import Page
from ...text.timeline_course import Scale, course


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The parts of the timeline, the drawing of all, and the first and last date of each part in words."""

    def bound(point: Point | None) -> str:
        if point is None:
            return ""
        return edition.date(Span(point, point), page.locale) if point.century else str(point.year)

    def reach(scale: Scale) -> str:
        first, last = bound(scale.begin), bound(scale.end)
        return first if first == last else f"{first} – {last}".strip()

    return {"parts": edition.parts, "course": course(edition, page.locale), "reach": reach}
