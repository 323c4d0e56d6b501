"""The facts of the edition for the About page: version, build date, counts, digest of the source."""

from __future__ import annotations

from typing import Any

from babel.dates import format_date

from ...model.addressing import ARTICLE
from ...model.edition import Edition
from ...model.page import Page
from ...text.transcription import digest


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """Counts are taken from the data, the build date from the build options."""
    built_on = edition.options.built_on
    notes = edition.emendations.notes.values()
    return {
        "version": edition.facts.version,
        "built": built_on,
        "built_shown": format_date(built_on, "long", locale=page.locale.cldr),
        "emendations": sum(note.emends for note in notes),
        "annotations": sum(not note.emends for note in notes),
        "marks": sum(
            occurrence.key in edition.references for occurrence in edition.pages[page.locale.code, ARTICLE].occurrences
        ),
        "digest": digest(edition),
    }
