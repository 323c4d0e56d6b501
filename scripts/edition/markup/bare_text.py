"""Extracts the author's words from the HTML of a page, without the apparatus."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml.html import HtmlElement


def bare_text(element: HtmlElement) -> str:
    """The author's words in an element: its text without the apparatus, with white space collapsed."""
    return fold("".join(_walk(element, lambda _apparatus: "")))


def witness(element: HtmlElement) -> str:
    """The text of an element as printed: the author's words and note marks, with a form feed at each page break."""

    def printed(apparatus: HtmlElement) -> str:
        kinds = apparatus.get("class", "").split()
        if "page-break" in kinds:
            return "\f"
        if "note-mark" in kinds:
            return (apparatus.text or "") + apparatus.findtext("a", "")
        return ""

    return fold("".join(_walk(element, printed)))


def literal_free(element: HtmlElement) -> Iterator[str]:
    """Every text node in an element that is not code, in order."""
    if element.tag in ("code", "pre", "kbd", "samp", "script", "style"):
        return
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from literal_free(child)
        yield child.tail or ""


def _walk(element: HtmlElement, printed: Callable[[HtmlElement], str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield printed(child) if child.get("data-apparatus") is not None else "".join(_walk(child, printed))
        yield child.tail or ""


def fold(text: str) -> str:
    """The text with each run of white space and no-break spaces collapsed into one space, and trimmed."""
    return re.sub(r"[ \n\u00a0\u202f]+", " ", text).strip(" ")
