"""The window titles of pages."""

from __future__ import annotations

from ..model.edition import Edition
from .described import OTHER, Description


def window_title(edition: Edition, described: Description) -> str:
    """The window title of a page of docs/: author and title of the article, or the page's title and the site's."""
    if described.type == OTHER:
        return f"{described.title} — {edition.translator(described.locale)('site.title')}"
    return f"{described.author}. {described.title}"
