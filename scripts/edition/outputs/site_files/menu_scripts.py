"""The menu at a number as a script, one file per language: `assets/menu-kk.0123456789.js`."""

from __future__ import annotations

from ...model.edition import Edition
from .. import menus


def paths(edition: Edition) -> list[str]:
    """One script for each language."""
    return [menus.path(edition, locale) for locale in edition.locales]


def file(edition: Edition, path: str) -> str:
    """One script."""
    return next(menus.script(edition, locale) for locale in edition.locales if menus.path(edition, locale) == path)
