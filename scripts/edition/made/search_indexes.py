"""What search takes when it is asked: the index of each language, and its stemmer where the browser has none."""

from __future__ import annotations

from ..model import Edition
from ..search import index, stemmers


def paths(edition: Edition) -> list[str]:
    """`assets/search-ru.0a1b2c3d4e.json`, `assets/stemmer-ru.0a1b2c3d4e.js`."""
    return list(_all(edition))


def file(edition: Edition, path: str) -> str:
    """The text of one of them."""
    return _all(edition)[path]


def _all(edition: Edition) -> dict[str, str]:
    found = {}
    for locale in edition.locales:
        found[index.path(edition, locale)] = index.index(edition, locale)
        if script := stemmers.script(locale):
            found[index.stemmer_path(edition, locale)] = script
    return found
