"""The search index of each language, loaded at the first search."""

from __future__ import annotations

from ...model.edition import Edition
from ...search import index


def paths(edition: Edition) -> list[str]:
    """`assets/search-ru.0a1b2c3d4e.json`, for every language."""
    return [index.path(edition, locale) for locale in edition.locales]


def file(edition: Edition, path: str) -> str:
    """The text of one index."""
    return next(index.index(edition, locale) for locale in edition.locales if index.path(edition, locale) == path)
