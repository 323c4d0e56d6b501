"""A list item has a different number from the print, or a number where the print has a dash, or the reverse.

List markers are removed from the text (repairs of type `list-mark`), because the layout draws them, counting from the
number of the first item. So they are compared here, in every language. On the other pages, items must be numbered as
they are shown, from 1.

Bad:   3. Қолданыстағы заңда …      (in print: 1. Қолданыстағы)
Good:  1. Қолданыстағы заңда …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.addressing import ARTICLE
from ...model.edition import Edition
from ...model.page import Page
from ...text.transcription import transcribe

_WRITTEN = re.compile(r" *(?:(?P<number>\d+)\.|[-*+]) ")
_NUMBERED = re.compile(r"^(\d+)\. ", re.MULTILINE)
_PRINTED = re.compile(r"\f? ?(?:(?P<number>\d+)\.|[-–—]) ")


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the marker of every item of every article with the print, and check the numbering of other lists."""
    printed = {
        name: sign["number"] or "-"
        for name, text in transcribe(edition).printed.items()
        if (sign := _PRINTED.match(text))
    }
    for page in edition.pages.values():
        if page.name != ARTICLE:
            yield from _counted(page)
            continue
        for name, wanted in printed.items():
            start, end = page.spans.get(name, (0, 0))
            sign = _WRITTEN.match(page.masked, start, end)
            found = (sign["number"] or "-") if sign else ""
            if start != end and found != wanted:
                message = f"{name} has {found or 'no list marker'}; in print it has {wanted}"
                yield Problem(page.place(start), message, f"{wanted}. …" if wanted != "-" else "- …")


def _counted(page: Page) -> Iterator[Problem]:
    """The items of a page that are shown with a different number."""
    last = 0
    for item in _NUMBERED.finditer(page.masked):
        number = int(item[1])
        if number not in (1, last + 1):
            place = page.place(item.start())
            message, hint = f"{number}. is shown with a different number", f"{last + 1}. here, or 1. for a new list"
            yield Problem(place, message, hint)
        last = number
