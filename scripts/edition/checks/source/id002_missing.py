"""A heading of a page, or a paragraph or list item of an article, has no id.

It cannot be cited, linked to or compared between languages; Markdown would give the heading the id `_1`.

Bad:   a paragraph with nothing after it
Good:  a paragraph with {: #p12 } on a line of its own after it
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...markup.bare_text import bare_text
from ...model.addressing import ARTICLE
from ...model.edition import Edition
from ...render.whole_pages import convert

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNITS = ("p", "li", *_HEADINGS)


def check(edition: Edition) -> Iterator[Problem]:
    """Look at every text element that the Markdown of a page creates."""
    for page in edition.pages.values():
        for element in convert(edition, page).tree.iter(*(_UNITS if page.name == ARTICLE else _HEADINGS)):
            generated = any(above.get("data-block") for above in element.iterancestors())
            inner = any(above.get("id") for above in element.iterancestors(*_UNITS))
            given = element.get("id") in page.ids if element.tag in _HEADINGS else element.get("id")
            if given or generated or inner:
                continue
            words = bare_text(element)[:40]
            place = "after it on the same line" if element.tag in _HEADINGS else "on a line of its own after it"
            start = " ".join(words.split(" ")[:3])
            yield Problem(page.find(start), f"«{words}…» has no id", f"add one: {{: #p12a }} {place}")
