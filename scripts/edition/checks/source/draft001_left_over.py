"""Something is left in the text that was not meant for its readers: a comment, a note to do something, a question.

Comments of HTML are published with the page; whoever looks at its source reads them. Letters in brackets are what a
word processor leaves of the comments in its margin.

Bad:   <!-- ask the author -->      TODO: check the date      1978 ???      кеңес[a]
Good:  nothing; comments of YAML, in a line of their own in a data file, stay where they are
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...model.literal_masking import comments
from ...text.data_values import data_values

_NOTE = re.compile(
    r"\b(?:TODO|FIXME|TBD|lorem ipsum)\b|\?\?+|(?<=[^\s\[(\]])\[[a-z]{1,2}\]|\[[b-z]\](?!\()|\[a\](?=\w|$)",
    re.MULTILINE | re.IGNORECASE,
)
_SIGNS = ("[", "??", "todo", "fixme", "tbd", "lorem")
_HINT = "take it out, and do what it says"


def check(edition: Edition) -> Iterator[Problem]:
    """Look at every page as it is written, at its front matter, and at every text of the data."""
    for page in edition.pages.values():
        for start in comments(page.body):
            yield Problem(page.place(start), "a comment, which is published", "take it out")
        for match in _notes(page.masked):
            yield Problem(page.place(match.start()), f"«{match[0]}»", _HINT)
    for name, text, place in data_values(edition):
        for match in _notes(text):
            yield Problem(place, f"{name}: «{match[0]}»", _HINT)


def _notes(text: str) -> Iterator[re.Match[str]]:
    # Most texts have nothing of the kind, which is seen at once.
    small = text.lower()
    return _NOTE.finditer(text) if any(sign in small for sign in _SIGNS) else iter(())
