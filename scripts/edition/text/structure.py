"""What an article is made of: its units, parts and sections, each with the kind of element it is."""

from __future__ import annotations

from ..markup.parsing import parse_page
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import Page

_KINDS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "span")


@memoized
def structure(edition: Edition, page: Page) -> tuple[tuple[str, str], ...]:
    """The ids that the article gives its text, in order, with the element of each: `("p12", "p")`; no marks."""
    return tuple(
        (name, str(element.tag))
        for element in parse_page(edition, page).iter(*_KINDS)
        if (name := element.get("id")) in page.ids and element.get("data-apparatus") is None
    )
