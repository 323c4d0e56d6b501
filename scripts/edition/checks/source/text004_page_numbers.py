"""The page breaks of the print are not counted through, or stand in a translation.

The source shows where a page begins and not its number: the numbers are counted from the first page on, and a wrong
one sends whoever looks up a citation to the wrong page. Translations have other words and no pages of the print.

Bad:   [^pb38] … [^pb40]
Good:  [^pb38] … [^pb39]
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...model.page import PAGE_BREAK


def check(edition: Edition) -> Iterator[Problem]:
    """Count the page breaks of every article."""
    for locale in edition.locales:
        number = edition.facts.article.first_page
        if number is None:
            return
        for occurrence in edition.article(locale).occurrences:
            page_break = PAGE_BREAK.fullmatch(occurrence.key)
            if not page_break:
                continue
            number += 1
            if not locale.original:
                yield Problem(occurrence.place, f"[^{occurrence.key}] stands in a translation")
            elif occurrence.key != f"pb{number}":
                found = int(page_break["number"])
                missing = f"[^pb{number}] is missing before it" if found > number else f"it should be [^pb{number}]"
                yield Problem(occurrence.place, f"[^{occurrence.key}] stands where page {number} begins", missing)
                number = found  # whatever follows is counted from here
