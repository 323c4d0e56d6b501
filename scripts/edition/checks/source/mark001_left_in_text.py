"""Markup is left in the text: Markdown or HTML that was not understood, and that the reader would see.

Most often an attribute list on the line of its paragraph instead of below it, or a bracket that does not close. A mark
is understood in text only: in a title, in code or in raw HTML it leads nowhere.

Bad:   The last sentence. {: #p12 }
Good:  The last sentence.
       {: #p12 }
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...markup.bare_text import literal_free
from ...markup.parsing import parse_page
from ...model.edition import Edition
from ...model.page import Page

_LEFT = (
    (re.compile(r"\{:?\s*[#.][^{}]*\}?"), "an attribute list", "put it on a line of its own, below its text"),
    (re.compile(r"\]\((?=\S)"), "a link that does not close, or has a space in its address", "[words](file.md#anchor)"),
    (
        re.compile(r"\]\s+\((?=[^\s()]+(?:\.md|#))"),
        "a link with a space in the middle",
        "[words](file.md), without a space",
    ),
    (re.compile(r"\[\^"), "a mark that does not close", "[^n1]"),
    (re.compile(r"\[\[|\]\]"), "a block that is not alone in its paragraph", "put it on a line of its own"),
    (re.compile(r":::|\^\[|~~|==(?=\w)|\{(?:\+\+|--|>>)"), "markup of another kind of Markdown", "take it out"),
    (re.compile(r"\*\*|__(?=\w)"), "emphasis that does not close", "**words**"),
    (re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|<!--|-->"), "HTML that is not understood", ""),
    (re.compile(r"&[a-zA-Z]+;|&#x?[0-9a-fA-F]+;"), "a character reference", "write the character"),
)


def check(edition: Edition) -> Iterator[Problem]:
    """Look at every piece of text of every page that is not code, and for every mark in what became of the page."""
    for page in edition.pages.values():
        yield from _left(edition, page)
        yield from _lost(edition, page)


def _left(edition: Edition, page: Page) -> Iterator[Problem]:
    """What stands in the text as it was written."""
    for piece in literal_free(parse_page(edition, page)):
        for pattern, what, hint in _LEFT:
            for match in pattern.finditer(piece):
                # An escaped sign is meant to be seen, and stands otherwise in the Markdown.
                before = piece[max(0, match.start() - 6) : match.start()].rpartition("\n")[2]
                words = match[0] + piece[match.end() : match.end() + 12].partition("\n")[0]
                words = next((one for one in (words, match[0]) if before + one in page.masked), "")
                if words:
                    yield Problem(page.find(words, after=before), f"{what}: {match[0]}", hint)


def _lost(edition: Edition, page: Page) -> Iterator[Problem]:
    """The marks that stand in no text."""
    shown = set(parse_page(edition, page).xpath("//@id"))
    for occurrence in page.occurrences:
        if occurrence.id not in shown:
            hint = "put it after the words that it belongs to"
            yield Problem(occurrence.place, f"the mark [^{occurrence.key}] stands in no text", hint)
