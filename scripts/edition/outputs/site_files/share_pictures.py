"""The pictures for shared links, one per language; a preview has none."""

from __future__ import annotations

from ...model.edition import Edition
from ..sharing import picture, picture_path


def paths(edition: Edition) -> list[str]:
    """`assets/share-ru.0a1b2c3d4e.png`, for every language."""
    return [] if edition.options.preview else [picture_path(edition, locale) for locale in edition.locales]


def file(edition: Edition, path: str) -> bytes:
    """One picture as a PNG."""
    return next(picture(edition, locale) for locale in edition.locales if picture_path(edition, locale) == path)
