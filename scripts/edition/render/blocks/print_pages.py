"""An index of the printed pages: which paragraphs stand on each, counted from the page breaks of the original."""

from __future__ import annotations

from typing import Any

from ...model.edition import Edition
from ...model.page import UNIT, Page
from ...text import print_pages


def context(edition: Edition, _page: Page) -> dict[str, Any]:
    """Every page as text, with counted numbers in brackets; its anchor, empty for the first; its paragraphs.

    `first` and `last` are the numbers of the first page and the last one that is known.
    """
    spans = {name: span for name, span in print_pages.print_pages(edition).items() if UNIT.fullmatch(name)}
    shown = print_pages.printed(edition)
    first, last = min(shown, default=0), max(shown, default=0)
    pages = [
        (
            words,
            "" if number == first else f"pb{number}",
            [name for name, (begins, ends) in spans.items() if begins <= number <= ends],
        )
        for number, words in shown.items()
    ]
    return {"pages": pages, "first": first, "last": last}
