"""A paragraph, list item or heading of an article has no id.

It could not be cited, compared between languages or linked to.

Bad:   a paragraph with nothing after it
Good:  a paragraph with {: #p12 } on a line of its own after it
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...markdown import bare
from ...model import Edition
from ...pages import convert

_UNITS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6")


def check(edition: Edition) -> Iterator[Problem]:
    """Look at every block of text that the Markdown of an article makes."""
    for locale in edition.locales:
        page = edition.article(locale)
        for element in convert(edition, page).tree.iter(*_UNITS):
            made = any(above.get("data-block") for above in element.iterancestors())
            inner = any(above.get("id") for above in element.iterancestors(*_UNITS))
            if element.get("id") or made or inner:
                continue
            words = bare(element)[:40]
            hint = "give it one: {: #p12a } on a line of its own after it"
            start = " ".join(words.split(" ")[:3])
            yield Problem(page.place_of(start), f"no id at «{words}…»", hint)
