"""A unit has other note marks in a translation than in the original.

The notes are the author's: every language has the same ones, in the same paragraph and order, with the same figures
in the locator.

Bad:   [^n4, т. 4, с. 78] for [^n4, Т.4. 77 б.]
Good:  [^n4, т. 4, с. 77] for [^n4, Т.4. 77 б.]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.addressing import ARTICLE
from ...model.edition import Edition
from ...model.page import NOTE, Locale, MarkOccurrence
from ...text.units import units


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the note marks of every unit with the original's."""
    original = _marks(edition, edition.original)
    for locale in edition.locales:
        if locale.original:
            continue
        marks = _marks(edition, locale)
        for unit, translated in units(edition, locale).items():
            wanted = [_mark_text(occurrence) for occurrence in original.get(unit, [])]
            found = [_mark_text(occurrence) for occurrence in marks.get(unit, [])]
            if wanted != found:
                place = marks[unit][0].place if unit in marks else translated.place
                message = f"{unit} has the note marks {_format_marks(found)}; the original has {_format_marks(wanted)}"
                yield Problem(place, message)


def _marks(edition: Edition, locale: Locale) -> dict[str, list[MarkOccurrence]]:
    marks: dict[str, list[MarkOccurrence]] = {}
    for occurrence in edition.pages[locale.code, ARTICLE].occurrences:
        if NOTE.fullmatch(occurrence.key):
            marks.setdefault(occurrence.unit, []).append(occurrence)
    return marks


def _mark_text(occurrence: MarkOccurrence) -> str:
    return ", ".join([occurrence.key, *re.findall(r"\d+", occurrence.locator)])


def _format_marks(marks: list[str]) -> str:
    return " ".join(f"[{mark}]" for mark in marks) or "none"
