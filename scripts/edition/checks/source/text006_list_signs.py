"""An item of a list has another number than in print, a number where the print has a dash, or the reverse.

The signs of lists are taken out of the text (the repairs of the type `list-mark`), for the layout draws them; the
number of the first item is where the layout begins to count. So they are proven here, in every language. On the other
pages items count from 1, as they are shown.

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
    """Compare the sign of every item of every article with the print's; count those of other lists."""
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
                message = f"{name} has {found or 'no sign'}, in print it has {wanted}"
                yield Problem(page.place(start), message, f"{wanted}. …" if wanted != "-" else "- …")


def _counted(page: Page) -> Iterator[Problem]:
    """The items of a page that have another number than the one they are shown with."""
    last = 0
    for item in _NUMBERED.finditer(page.masked):
        number = int(item[1])
        if number not in (1, last + 1):
            place = page.place(item.start())
            yield Problem(place, f"{number}. is shown as another number", f"{last + 1}. here, or 1. for a new list")
        last = number
