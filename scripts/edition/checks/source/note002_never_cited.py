"""A note is cited nowhere in an article.

A note that no mark leads to is lost to the reader, and its way back leads nowhere.

Bad:   n6: in references.yml, and no [^n6] in the article
Good:  n7: in references.yml, and [^n7] in the article of every language
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.unit_ids import counterpart


def check(edition: Edition) -> Iterator[Problem]:
    """Look for a mark of every note in every language; and for the marks that text-critical notes promise."""
    for locale in edition.locales:
        page = edition.article(locale)
        used = {occurrence.key for occurrence in page.occurrences}
        for key, reference in edition.references.items():
            if key not in used:
                yield Problem(reference.place, f"{key} is never cited in {page.path}")
        for key, record in edition.emendations.notes.items():
            wanted = record.marked == "all" or (record.marked == "original" and locale.original)
            if wanted and key not in used:
                hint = f"put [^{key}] after the words, or change marked: {record.marked}"
                unit = counterpart(edition, locale, record.unit)
                place = page.ids.get(unit) or record.place
                yield Problem(place, f"{key} has no mark in {record.unit}", hint)
            if not wanted and key in used:
                place = next(occurrence.place for occurrence in page.occurrences if occurrence.key == key)
                yield Problem(place, f"{key} is not to be marked here", f"its record says marked: {record.marked}")
