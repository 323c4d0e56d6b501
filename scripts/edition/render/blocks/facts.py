"""The facts of the edition for the About page: version, who answers for it, build date, counts, source digest."""

from __future__ import annotations

from typing import Any

from babel import Locale as Names
from babel.dates import format_date

from ...model.addressing import ARTICLE
from ...model.edition import Edition
from ...model.page import Locale, Page
from ...text.transcription import digest


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """Counts are taken from the data, the build date from the build options."""
    built_on = edition.options.built_on
    notes = edition.emendations.notes.values()
    return {
        "version": edition.facts.version,
        "known": edition.facts.responsibility,
        "translators": _translators(edition, page.locale),
        "built": built_on,
        "built_shown": format_date(built_on, "long", locale=page.locale.cldr),
        "emendations": sum(note.emends for note in notes),
        "annotations": sum(not note.emends for note in notes),
        "marks": sum(
            occurrence.key in edition.references for occurrence in edition.pages[page.locale.code, ARTICLE].occurrences
        ),
        "digest": digest(edition),
    }


def _translators(edition: Edition, locale: Locale) -> list[tuple[str, str]]:
    """Each language of a translation, by its name in this one, and the names of its translators; empty if unknown."""
    named = Names.parse(locale.cldr).languages
    found = []
    for other in (one for one in edition.locales if not one.original):
        translators = (one for one in edition.facts.responsibility.translators if one.into == other.code)
        names = ", ".join(one.name[locale.code] for one in translators)
        found.append((named.get(other.cldr.partition("_")[0], other.name), names))
    return found
