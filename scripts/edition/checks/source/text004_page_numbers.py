"""The page breaks of the print are not numbered consecutively, or a translation does not have the same ones.

The source marks where a page begins, but not its number: pages are counted from the first page on, and a wrong number
sends readers of a citation to the wrong page. A translation has each page break in the same unit, where the sense of
the original's falls.

Bad:   [^pb38] … [^pb40]
Good:  [^pb38] … [^pb39]
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...model.page import PAGE_BREAK, Locale, MarkOccurrence
from ...text.unit_ids import counterpart


def check(edition: Edition) -> Iterator[Problem]:
    """Count the page breaks of the original, and compare those of every translation."""
    first = edition.facts.article.first_page
    if first is None:
        return
    breaks = _breaks(edition, edition.original)
    number = first
    for occurrence in breaks:
        number += 1
        if occurrence.key != f"pb{number}":
            found = int(occurrence.key.removeprefix("pb"))
            missing = f"[^pb{number}] is missing before it" if found > number else f"it should be [^pb{number}]"
            yield Problem(occurrence.place, f"[^{occurrence.key}] is where page {number} begins", missing)
            number = found  # continue counting from here
    # By number, so that a wrong one in the original is not reported in the translations too.
    units = {f"pb{at}": occurrence.unit for at, occurrence in enumerate(breaks, first + 1)}
    for locale in edition.locales:
        if not locale.original:
            yield from _translation(edition, locale, units)


def _translation(edition: Edition, locale: Locale, units: dict[str, str]) -> Iterator[Problem]:
    """The page breaks of a translation that are not in the original, elsewhere, missing or out of order."""
    page = edition.article(locale)
    breaks = _breaks(edition, locale)
    before: MarkOccurrence | None = None
    for occurrence in breaks:
        if occurrence.key not in units:
            yield Problem(occurrence.place, f"the original has no page break [^{occurrence.key}]")
            continue
        unit = counterpart(edition, locale, units[occurrence.key])
        if occurrence.unit != unit:
            message = f"[^{occurrence.key}] is in {occurrence.unit or 'no unit'}, but the original has it in {unit}"
            yield Problem(occurrence.place, message)
        elif before and before.unit == unit and _number(before) > _number(occurrence):
            yield Problem(occurrence.place, f"[^{occurrence.key}] follows [^{before.key}]", "exchange them")
        before = occurrence
    there = {occurrence.key for occurrence in breaks}
    for key, name in units.items():
        unit = counterpart(edition, locale, name)
        if key not in there and unit in page.ids:
            hint = "put it where the sense of the original’s falls"
            yield Problem(page.find("", unit), f"the page break [^{key}] is missing in {unit}", hint)


def _breaks(edition: Edition, locale: Locale) -> list[MarkOccurrence]:
    return [one for one in edition.article(locale).occurrences if PAGE_BREAK.fullmatch(one.key)]


def _number(occurrence: MarkOccurrence) -> int:
    return int(occurrence.key.removeprefix("pb"))
