"""The words of a link name another paragraph, note or address than it leads to.

The reader is told one thing and shown another, and whoever cites it cites wrongly.

Bad:   [paragraph 12](index.md#p13)      [¶ 12](index.md#p13)      [https://a.example](https://b.example)
Good:  [paragraph 12](index.md#p12)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...model.page import UNIT
from ..link_targets import followed

_SHORT = 3  # words of a link that can be the name of what it leads to


def check(edition: Edition) -> Iterator[Problem]:
    """Compare what links are called with where they lead: numbers, titles of pages, addresses."""
    for page in edition.pages.values():
        titles = {other.title.casefold(): other for other in edition.pages.values() if other.locale == page.locale}
        for link, goal in followed(edition, page):
            if link.origin == "made":
                continue
            words = link.words.strip(" .,;:()«»“”")
            figures = re.findall(r"(?<![\d.])\d+[a-z]?(?![\d.])", words)
            target = UNIT.fullmatch(goal.anchor) or re.fullmatch(r"n(?P<number>\d+)(?:-[a-z]+)?", goal.anchor)
            if goal.kind == "page" and target and len(figures) == 1 and len(words.split()) <= _SHORT:
                if figures[0] != target["number"]:
                    hint = f"#{goal.anchor[0]}{figures[0]}, or other words"
                    yield Problem(link.place, f"«{words}» leads to #{goal.anchor}", hint)
            elif goal.page and (meant := titles.get(words.casefold(), goal.page)) is not goal.page:
                yield Problem(link.place, f"«{words}» leads to {goal.path}", f"{meant.name}.md, or other words")
            elif goal.kind == "elsewhere" and _is_another(words, link.target):
                yield Problem(link.place, f"«{words}» leads to {link.target}", "give one address")


def _is_another(words: str, target: str) -> bool:
    """Whether the words are an address, and another than the target, which they may shorten."""
    given = re.fullmatch(r"(https?://|www\.)\S+", words)
    return given is not None and not _bare(target).startswith(_bare(words))


def _bare(address: str) -> str:
    return re.sub(r"^(https?://)?(www\.)?|/$", "", address.lower())
