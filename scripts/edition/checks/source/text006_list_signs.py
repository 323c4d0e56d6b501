"""An item of a list has another number than in print, a number where the print has a dash, or the reverse.

The signs of lists are taken out of the text (the repairs of the type `list-mark`), for the layout draws them; the
number of the first item is where the layout begins to count. So they are proven here, in every language. On the other
pages a list begins with 1.

Bad:   3. Қолданыстағы заңда …      (in print: 1. Қолданыстағы)
Good:  1. Қолданыстағы заңда …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...markup.parsing import parse_page
from ...model.addressing import ARTICLE
from ...model.edition import Edition
from ...model.page import Page
from ...text.transcription import transcribe

_WRITTEN = re.compile(r" *(?:(?P<number>\d+)\.|[-*+]) ")
_PRINTED = re.compile(r"\f? ?(?:(?P<number>\d+)\.|[-–—]) ")


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the sign of every item of every article with the print's; look at where other lists begin."""
    printed = {
        name: sign["number"] or "-"
        for name, text in transcribe(edition).printed.items()
        if (sign := _PRINTED.match(text))
    }
    for page in edition.pages.values():
        if page.name != ARTICLE:
            yield from _begins(edition, page)
            continue
        for name, wanted in printed.items():
            start, end = page.spans.get(name, (0, 0))
            sign = _WRITTEN.match(page.masked, start, end)
            found = (sign["number"] or "-") if sign else ""
            if start != end and found != wanted:
                message = f"{name} has {found or 'no sign'}, in print it has {wanted}"
                yield Problem(page.place(start), message, f"{wanted}. …" if wanted != "-" else "- …")


def _begins(edition: Edition, page: Page) -> Iterator[Problem]:
    """The lists of a page that begin with another number than 1."""
    for element in parse_page(edition, page).iter("ol"):
        if (first := element.get("start", "1")) != "1":
            words = " ".join(element[0].text_content().split()[:3])
            place = page.find(f"{first}. {words}")
            yield Problem(place, f"a list begins with {first}", "begin it with 1")
