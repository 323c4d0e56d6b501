"""An article contains words that do not belong to a unit.

They would pass for the author's, but no check compares them with the source or between languages, and nobody can cite
them.

Bad:   <div>A remark of mine.</div> between two paragraphs
Good:  every word in a paragraph, an item or a heading with an id, or in a block of the edition
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from ...findings import Problem
from ...markup.parsing import parse_page
from ...model.edition import Edition
from ...model.page import Page


def check(edition: Edition) -> Iterator[Problem]:
    """Look for text outside of all elements that the Markdown gives an id."""
    for locale in edition.locales:
        page = edition.article(locale)
        for words in _outside(parse_page(edition, page), page):
            if text := " ".join(words.split()):
                start = " ".join(text.split(" ")[:4])
                yield Problem(
                    page.find(start), f"«{start} …» does not belong to a unit", "give its paragraph an id, or remove it"
                )


def _outside(element: HtmlElement, page: Page) -> Iterator[str]:
    if element.tag == "summary" or element.get("data-block") or element.get("id") in page.ids:
        return
    if element.get("data-apparatus") is not None:
        return
    # A paragraph without an id is reported by ID002.
    if element.tag not in ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6"):
        yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _outside(child, page)
        yield child.tail or ""
