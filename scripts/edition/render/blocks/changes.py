"""The versions of the edition, newest first: what changed for readers, and the units whose words changed."""

from __future__ import annotations

from typing import Any

from ...addresses.cards import cards
from ...model.addressing import address, link
from ...model.edition import Edition
from ...model.page import UNIT, Page
from ...text.release_notes import anchor, notes
from ...text.sections import headings
from ...text.wording import changed_in, recorded


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """For each version its anchor, number, day and changes, and per language the changed units with their cards."""
    here, titles = address(page.locale, page.name), headings(edition, page.locale)

    def linked(name: str, code: str) -> tuple[str, str]:
        shown = name.removeprefix("p") if UNIT.fullmatch(name) else titles.get(name, name)
        return shown, link(here, cards(edition)[name], f"history-{code}") if name in cards(edition) else ""

    return {
        "released": [one.number for one in recorded(edition)],
        "versions": [
            (
                anchor(note.number),
                note,
                [
                    (locale, [linked(name, locale.code) for name in changed])
                    for locale in edition.locales
                    if (changed := changed_in(edition, locale).get(note.version))
                ],
            )
            for note in notes(edition, page.locale)
        ],
    }
