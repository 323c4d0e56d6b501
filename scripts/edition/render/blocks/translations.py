"""The state of each translation: the number of its units, of confirmed ones, and the stale ones."""

from __future__ import annotations

from typing import Any

from ...model.edition import Edition
from ...model.page import Page
from ...text.translation_status import stale
from ...text.unit_ids import counterpart, translated


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """For each translation: the number of its units, the number of confirmed ones, and the stale units."""
    states = []
    for locale in edition.locales:
        if locale.original:
            continue
        old = stale(edition, locale)
        count = len(translated(edition, locale))
        states.append((locale, count, count - len(old), [(unit, counterpart(edition, locale, unit)) for unit in old]))
    return {"states": states}
