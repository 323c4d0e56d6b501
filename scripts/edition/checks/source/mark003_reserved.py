"""A page contains HTML that is reserved for the edition.

`data-apparatus` marks words that are not the author's, `hidden` hides text, `<base>` changes every link. Written by
hand, they would alter the text or its reading, and no check would notice.

Bad:   <span data-apparatus>words of mine</span>
Good:  [^tc-p12-1], with its record; <summary data-apparatus> for the heading of a collapsible section
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition

_ATTRIBUTE = re.compile(
    r"<(?P<tag>[a-z]+)\s[^<>]*?(?P<attribute>data-apparatus|data-block|data-written|hidden)[\s=/>]", re.IGNORECASE
)
_LISTED = re.compile(
    r"\{:?[^{}\n]*?(?P<attribute>data-apparatus|data-block|data-written|hidden|style|href|src)\s*[=}\s]"
)
_ELEMENT = re.compile(r"<(?P<tag>base|script|style|iframe|object|embed|form|link|meta)\b", re.IGNORECASE)


def check(edition: Edition) -> Iterator[Problem]:
    """Look at the tags and the attribute lists of every page."""
    for page in edition.pages.values():
        for pattern in (_ATTRIBUTE, _LISTED, _ELEMENT):
            for match in pattern.finditer(page.masked):
                what = match.groupdict().get("attribute") or f"<{match['tag']}>"
                if (match.groupdict().get("tag"), what) == ("summary", "data-apparatus"):
                    continue
                place = page.place(match.start("attribute" if "attribute" in match.groupdict() else "tag"))
                yield Problem(place, f"{what} is not allowed in a page", "remove it")
