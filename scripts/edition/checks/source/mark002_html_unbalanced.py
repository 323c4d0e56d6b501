"""An HTML tag in a page is not closed, or closes nothing.

Whatever follows then lies within it: a paragraph that is not closed swallows a few words, a `<details>` the article.

Bad:   <details markdown>, and no </details>
Good:  <span lang="kk">ҚР</span>
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...model.page import Page

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])[^<>]*?(?P<empty>/?)>")
# Elements that have no end (HTML, section 13.1.2).
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def check(edition: Edition) -> Iterator[Problem]:
    """Pair the tags of every page."""
    for page in edition.pages.values():
        waiting: list[re.Match[str]] = []
        for tag in _TAG.finditer(page.masked):
            name = tag["name"].lower()
            if name in _VOID or tag["empty"]:
                continue
            if not tag["close"]:
                waiting.append(tag)
            elif not any(one["name"].lower() == name for one in waiting):
                yield Problem(page.place(tag.start()), f"{tag[0]} closes nothing", f"open it, or take it out: <{name}>")
            else:
                while (last := waiting.pop())["name"].lower() != name:
                    yield _open(page, last)
        for last in waiting:
            yield _open(page, last)


def _open(page: Page, tag: re.Match[str]) -> Problem:
    return Problem(page.place(tag.start()), f"{tag[0]} is not closed", f"close it: </{tag['name'].lower()}>")
