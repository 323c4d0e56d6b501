"""The page breaks of the print are not numbered consecutively, or a translation has one.

The source marks where a page begins, but not its number: pages are counted from the first page on, and a wrong number
sends readers of a citation to the wrong page. Translations have no pages of the print.

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
                yield Problem(occurrence.place, f"[^{occurrence.key}] is in a translation")
            elif occurrence.key != f"pb{number}":
                found = int(page_break["number"])
                missing = f"[^pb{number}] is missing before it" if found > number else f"it should be [^pb{number}]"
                yield Problem(occurrence.place, f"[^{occurrence.key}] is where page {number} begins", missing)
                number = found  # continue counting from here
