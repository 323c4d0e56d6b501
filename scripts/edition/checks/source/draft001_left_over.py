"""The text contains an editor's leftover: a comment, a TODO note or a query.

HTML comments are published with the page, and anyone who views its source can read them. Letters in brackets are what
remains of a word processor's margin comments.

Bad:   <!-- ask the author -->      TODO: check the date      1978 ???      кеңес[a]
Good:  nothing of the kind; YAML comments on a line of their own in a data file are allowed
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
_HINT = "resolve it, then remove it"


def check(edition: Edition) -> Iterator[Problem]:
    """Check the Markdown and front matter of every page, and every text of the data."""
    for page in edition.pages.values():
        for start in comments(page.body):
            yield Problem(page.place(start), "an HTML comment would be published", "remove it")
        for match in _notes(page.masked):
            yield Problem(page.place(match.start()), f"«{match[0]}»", _HINT)
    for name, text, place in data_values(edition):
        for match in _notes(text):
            yield Problem(place, f"{name}: «{match[0]}»", _HINT)


def _notes(text: str) -> Iterator[re.Match[str]]:
    # A quick test first: most texts have none of these.
    small = text.lower()
    return _NOTE.finditer(text) if any(sign in small for sign in _SIGNS) else iter(())
