"""The facts of the edition for the About page: version, date of the build, counts, digest of the source."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Any

from babel.dates import format_date

from ...model.addressing import ARTICLE
from ...model.edition import Edition
from ...model.page import Page
from ...text.transcription import digest


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """Counts come from the data; the date of the build is SOURCE_DATE_EPOCH, seconds since 1970 in UTC, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    built = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    notes = edition.emendations.values["notes"].values()
    return {
        "version": edition.facts.values["version"],
        "built": built.date(),
        "built_shown": format_date(built.date(), "long", locale=page.locale.cldr),
        "emendations": sum(note["kind"] == "emendation" for note in notes),
        "annotations": sum(note["kind"] != "emendation" for note in notes),
        "marks": sum(use.key in edition.references.values for use in edition.pages[page.locale.code, ARTICLE].uses),
        "digest": digest(edition),
    }
