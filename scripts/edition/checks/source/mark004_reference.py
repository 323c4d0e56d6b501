"""A page writes a character as a character reference.

Whoever reads or searches the page as it is written does not find the word; and a reference can name what nobody sees:
a soft hyphen, a joiner, a mark of direction. Only the signs that are themselves markup are written so.

Bad:   само&shy;управление      &#8288;      Ж&#1081;      &nbsp;
Good:  самоуправление           AT&amp;T
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...model.text_files import unfit

_REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?")
_MARKUP = ("&amp;", "&lt;", "&gt;", "&quot;")


def check(edition: Edition) -> Iterator[Problem]:
    """Look for references in what every page has as Markdown; what only looks like one stands for itself."""
    for page in edition.pages.values():
        for match in _REFERENCE.finditer(page.masked):
            meant = html.unescape(match[0])
            if meant == match[0] or match[0] in _MARKUP:
                continue
            named = ", ".join(unicodedata.name(letter, f"U+{ord(letter):04X}") for letter in meant)
            hint = "take it out" if unfit(meant) or meant.isspace() else f"write the character: {meant}"
            yield Problem(page.place(match.start()), f"{match[0]} stands for {named}", hint)
