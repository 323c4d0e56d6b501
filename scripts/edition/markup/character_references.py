"""Character references in text: `&nbsp;`, `&#8203;`, `&#x2060;`."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?")


def character_references(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Every reference in a text, with the characters it stands for; what only looks like a reference is ignored."""
    for match in _REFERENCE.finditer(text):
        if (meant := html.unescape(match[0])) != match[0]:
            yield match, meant
