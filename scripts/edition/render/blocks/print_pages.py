"""An index of the printed pages: which paragraphs stand on each, counted from the page breaks of the original."""

from __future__ import annotations

from typing import Any

from ...model.edition import Edition
from ...model.page import UNIT, Page
from ...text import print_pages


def context(edition: Edition, _page: Page) -> dict[str, Any]:
    """Every page as text, with counted numbers in brackets; its anchor, empty for the first; its paragraphs."""
    spans = {name: span for name, span in print_pages.print_pages(edition).items() if UNIT.fullmatch(name)}
    first = edition.facts.article.first_page
    last = max((span[1] for span in spans.values()), default=None)
    if first is None or last is None:
        return {"pages": []}
    return {
        "pages": [
            (
                print_pages.format_pages(edition, (number, number)),
                "" if number == first else f"pb{number}",
                [name for name, (begins, ends) in spans.items() if begins <= number <= ends],
            )
            for number in range(first, last + 1)
        ]
    }
