"""Markup is left in the text: Markdown or HTML that was not recognised and would be visible to readers.

Most often this is an attribute list on the same line as its paragraph instead of below it, or an unclosed bracket.
Marks work only in text, not in a title, in code or in raw HTML.

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
    (re.compile(r"\{:?\s*[#.][^{}]*\}?"), "an attribute list", "put it on a line of its own below the text"),
    (re.compile(r"\]\((?=\S)"), "a link that is not closed, or has a space in its address", "[words](file.md#anchor)"),
    (
        re.compile(r"\]\s+\((?=[^\s()]+(?:\.md|#))"),
        "a link with a space between its parts",
        "[words](file.md), without a space",
    ),
    (re.compile(r"\[\^"), "a mark that is not closed", "[^n1]"),
    (re.compile(r"\[\[|\]\]"), "a block that is not a paragraph of its own", "put it on a line of its own"),
    (re.compile(r":::|\^\[|~~|==(?=\w)|\{(?:\+\+|--|>>)"), "markup of another Markdown dialect", "remove it"),
    (re.compile(r"\*\*|__(?=\w)"), "emphasis that is not closed", "**words**"),
    (re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|<!--|-->"), "unrecognised HTML", ""),
    (re.compile(r"&[a-zA-Z]+;|&#x?[0-9a-fA-F]+;"), "a character reference", "write the character itself"),
)


def check(edition: Edition) -> Iterator[Problem]:
    """Look at all text of every page except code, and for every mark in the converted page."""
    for page in edition.pages.values():
        yield from _left(edition, page)
        yield from _lost(edition, page)


def _left(edition: Edition, page: Page) -> Iterator[Problem]:
    """The markup that is left in the text."""
    for piece in literal_free(parse_page(edition, page)):
        for pattern, what, hint in _LEFT:
            for match in pattern.finditer(piece):
                # An escaped character is meant to be visible, and is written differently in the Markdown.
                before = piece[max(0, match.start() - 6) : match.start()].rpartition("\n")[2]
                words = match[0] + piece[match.end() : match.end() + 12].partition("\n")[0]
                words = next((one for one in (words, match[0]) if before + one in page.masked), "")
                if words:
                    yield Problem(page.find(words, after=before), f"{what}: {match[0]}", hint)


def _lost(edition: Edition, page: Page) -> Iterator[Problem]:
    """The marks that are not in the converted text."""
    shown = set(parse_page(edition, page).xpath("//@id"))
    for occurrence in page.occurrences:
        if occurrence.id not in shown:
            hint = "put it after the words that it belongs to"
            yield Problem(occurrence.place, f"the mark [^{occurrence.key}] is not within text", hint)
