"""A note is not cited in an article, or a text-critical note is marked in the wrong languages.

Readers cannot reach a note without a mark, and its back link would be dead.

Bad:   n6: in references.yml, but no [^n6] in the article
Good:  n7: in references.yml, and [^n7] in the article of every language
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.unit_ids import counterpart


def check(edition: Edition) -> Iterator[Problem]:
    """Look for the mark of every note in every language, and for the marks that text-critical notes require."""
    for locale in edition.locales:
        page = edition.article(locale)
        used = {occurrence.key for occurrence in page.occurrences}
        for key, reference in edition.references.items():
            if key not in used:
                yield Problem(reference.place, f"{key} is not cited in {page.path}")
        for key, record in edition.emendations.notes.items():
            wanted = record.marked == "all" or (record.marked == "original" and locale.original)
            if wanted and key not in used:
                hint = f"add [^{key}] after the words, or change marked: {record.marked}"
                unit = counterpart(edition, locale, record.unit)
                place = page.ids.get(unit) or record.place
                yield Problem(place, f"{key} has no mark in {record.unit}", hint)
            if not wanted and key in used:
                place = next(occurrence.place for occurrence in page.occurrences if occurrence.key == key)
                yield Problem(
                    place, f"{key} must not be marked in this language", f"its record says marked: {record.marked}"
                )
