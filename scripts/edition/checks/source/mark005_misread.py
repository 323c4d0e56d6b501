"""Markdown reads a line differently from how it looks.

A list directly below a paragraph becomes part of the paragraph; an item indented by two or three spaces belongs to the
outer list; four leading spaces turn a paragraph into code; two trailing spaces break the line.

Bad:   There are two:
       - the first
Good:  There are two:
                                        (a blank line)
       - the first
           - a nested item              (four spaces)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...model.literal_masking import fences_masked
from ...model.page import Page

_ITEM = re.compile(r"(?P<indent> *)(?:[-*+]|\d+\.) +\S")
_BELOW_HEADING = re.compile(r"\A(?:#{1,6} .*\n)+")
_DEEPER = 4  # spaces by which Python-Markdown recognises the content of an item


def check(edition: Edition) -> Iterator[Problem]:
    """Check the lines of every page, paragraph by paragraph, except fenced code."""
    for page in edition.pages.values():
        within_list = False
        for paragraph in re.finditer(r"(?:[^\n]*\S[^\n]*\n?)+", fences_masked(page.body)):
            # A heading does not need a blank line below it.
            first = _BELOW_HEADING.sub("", paragraph[0]).partition("\n")[0]
            begins_list = _ITEM.match(first) is not None
            if first.startswith(" " * _DEEPER) and not within_list:
                place = page.place(paragraph.start() + _DEEPER)
                yield Problem(place, "four leading spaces turn this into code", "remove the indentation")
            else:
                yield from _items(page, paragraph, begins_list)
            for match in re.finditer(r"(?<=\S)  +$(?=\n.)", paragraph[0], re.MULTILINE):
                place = page.place(paragraph.start() + match.start())
                yield Problem(place, "two trailing spaces break the line", "remove them, or write <br>")
            within_list = begins_list or (within_list and first.startswith(" "))


def _items(page: Page, paragraph: re.Match[str], begins_list: bool) -> Iterator[Problem]:
    offset = paragraph.start()
    for nth, line in enumerate(paragraph[0].split("\n")):
        item = _ITEM.match(line)
        if item and nth and not begins_list:
            place = page.place(offset + item.end("indent"))
            yield Problem(place, "this item becomes part of the paragraph above it", "put a blank line before it")
            return
        if item and len(item["indent"]) % _DEEPER:
            place = page.place(offset + item.end("indent"))
            message = f"this item, indented by {len(item['indent'])}, is not nested in the item above it"
            yield Problem(place, message, "indent it by four spaces, or not at all")
        offset += len(line) + 1
