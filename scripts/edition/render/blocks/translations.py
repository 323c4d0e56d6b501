"""The state of each translation: how many units it has, how many are confirmed, and which are stale."""

from __future__ import annotations

from typing import Any

from ...model.edition import Edition
from ...model.page import Page
from ...text.translation_status import stale
from ...text.unit_ids import counterpart, translated


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """For each language but the original: its units, those confirmed since it last changed, and the others."""
    states = []
    for locale in edition.locales:
        if locale.original:
            continue
        old = stale(edition, locale)
        count = len(translated(edition, locale))
        states.append((locale, count, count - len(old), [(unit, counterpart(edition, locale, unit)) for unit in old]))
    return {"states": states}
