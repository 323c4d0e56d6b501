"""An HTML tag in a page is not closed, or closes nothing.

Everything after an unclosed tag becomes part of its element: for a `<span>` a few words, for a `<details>` the article.

Bad:   <details markdown>, but no </details>
Good:  <span lang="kk">ҚР</span>
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...model.page import Page

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])[^<>]*?(?P<empty>/?)>")
# Elements without an end tag (HTML, section 13.1.2).
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def check(edition: Edition) -> Iterator[Problem]:
    """Match the opening and closing tags of every page."""
    for page in edition.pages.values():
        opened: list[re.Match[str]] = []
        for tag in _TAG.finditer(page.masked):
            name = tag["name"].lower()
            if name in _VOID or tag["empty"]:
                continue
            if not tag["close"]:
                opened.append(tag)
            elif not any(one["name"].lower() == name for one in opened):
                yield Problem(page.place(tag.start()), f"{tag[0]} closes nothing", f"add <{name}>, or remove it")
            else:
                while (last := opened.pop())["name"].lower() != name:
                    yield _open(page, last)
        for last in opened:
            yield _open(page, last)


def _open(page: Page, tag: re.Match[str]) -> Problem:
    return Problem(page.place(tag.start()), f"{tag[0]} is not closed", f"add </{tag['name'].lower()}>")
