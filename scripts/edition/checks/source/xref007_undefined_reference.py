"""A reference link has no definition.

Markdown then leaves the brackets in the text.

Bad:   [the notes][note]      (but no line [note]: notes.md)
Good:  [the notes][notes]     (and [notes]: notes.md on a line of its own)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem, nearest
from ...markup.bare_text import literal_free
from ...markup.parsing import parse_page
from ...model.edition import Edition

_USE = re.compile(r"\[(?P<words>[^\[\]\n^][^\[\]]*)\]\s?\[(?P<label>[^\[\]^]*)\]")
_DEFINED = re.compile(r"^ {0,3}\[(?P<label>[^\]\n^]+)\]:", re.MULTILINE)


def check(edition: Edition) -> Iterator[Problem]:
    """Look for the syntax of a reference link in the rendered text."""
    for page in edition.pages.values():
        known = [match["label"] for match in _DEFINED.finditer(page.masked)]
        written = list(_USE.finditer(page.masked))
        for piece in literal_free(parse_page(edition, page)):
            for left in _USE.finditer(piece):
                label = " ".join((left["label"] or left["words"]).split())
                for match in written:
                    if " ".join((match["label"] or match["words"]).split()) == label:
                        start = match.start("label") if match["label"] else match.start("words")
                        yield Problem(
                            page.place(start), f"the reference [{label}] is not defined", nearest(label, known)
                        )
