"""A page contains a character reference.

A search in the Markdown does not find the word, and a reference can hide an invisible character: a soft hyphen, a
joiner, a direction mark. References are only allowed for characters that are markup themselves.

Bad:   само&shy;управление      &#8288;      Ж&#1081;      &nbsp;
Good:  самоуправление           AT&amp;T
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ...findings import Problem
from ...markup.character_references import character_references
from ...model.edition import Edition
from ...model.text_files import unfit

_MARKUP = ("&amp;", "&lt;", "&gt;", "&quot;")


def check(edition: Edition) -> Iterator[Problem]:
    """Look for references in the Markdown of every page; what only looks like a reference is ignored."""
    for page in edition.pages.values():
        for match, meant in character_references(page.masked):
            if match[0] in _MARKUP:
                continue
            named = ", ".join(unicodedata.name(letter, f"U+{ord(letter):04X}") for letter in meant)
            hint = "remove it" if unfit(meant) or meant.isspace() else f"write the character: {meant}"
            yield Problem(page.place(match.start()), f"character reference {match[0]} ({named})", hint)
