"""Lines of a page are something else to Markdown than they look like.

A list right below a paragraph is read as more of the paragraph, an item indented by two or three spaces as one of the
outer list; four spaces at the beginning make code of a paragraph, two at the end of a line break it.

Bad:   There are two:
       - the first
Good:  There are two:
                                        (a blank line)
       - the first
           - what is within it          (four spaces)
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
_DEEPER = 4  # spaces by which Python-Markdown knows what lies within an item


def check(edition: Edition) -> Iterator[Problem]:
    """Look at the lines of every page, paragraph by paragraph, but for code between fences."""
    for page in edition.pages.values():
        within_list = False
        for paragraph in re.finditer(r"(?:[^\n]*\S[^\n]*\n?)+", fences_masked(page.body)):
            # A heading needs no blank line below it.
            first = _BELOW_HEADING.sub("", paragraph[0]).partition("\n")[0]
            begins_list = _ITEM.match(first) is not None
            if first.startswith(" " * _DEEPER) and not within_list:
                place = page.place(paragraph.start() + _DEEPER)
                yield Problem(place, "four spaces make code of this", "begin the line at its left edge")
            else:
                yield from _items(page, paragraph, begins_list)
            for match in re.finditer(r"(?<=\S)  +$(?=\n.)", paragraph[0], re.MULTILINE):
                place = page.place(paragraph.start() + match.start())
                yield Problem(place, "two spaces at the end break the line", "take them out, or write <br>")
            within_list = begins_list or (within_list and first.startswith(" "))


def _items(page: Page, paragraph: re.Match[str], begins_list: bool) -> Iterator[Problem]:
    offset = paragraph.start()
    for nth, line in enumerate(paragraph[0].split("\n")):
        item = _ITEM.match(line)
        if item and nth and not begins_list:
            place = page.place(offset + item.end("indent"))
            yield Problem(place, "this item is read as more of the paragraph above it", "leave a blank line before it")
            return
        if item and len(item["indent"]) % _DEEPER:
            place = page.place(offset + item.end("indent"))
            message = f"this item, indented by {len(item['indent'])}, is not one within the item above it"
            yield Problem(place, message, "indent it by four spaces, or not at all")
        offset += len(line) + 1
