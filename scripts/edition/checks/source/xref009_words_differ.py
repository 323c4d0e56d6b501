"""The text of a link names another paragraph, note, page or address than the link leads to.

Readers are misled, and may cite the wrong place.

Bad:   [paragraph 12](index.md#p13)      [¶ 12](index.md#p13)      [https://a.example](https://b.example)
Good:  [paragraph 12](index.md#p12)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...model.page import UNIT
from ..link_targets import resolved_links

_SHORT = 3  # words; a longer link text is not just the name of its target


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the text of every link with its target: numbers, titles of pages, addresses."""
    for page in edition.pages.values():
        titles = {other.title.casefold(): other for other in edition.pages.values() if other.locale == page.locale}
        for link, target in resolved_links(edition, page):
            if link.origin == "generated":
                continue
            words = link.words.strip(" .,;:()«»“”")
            figures = re.findall(r"(?<![\d.])\d+[a-z]?(?![\d.])", words)
            number = UNIT.fullmatch(target.anchor) or re.fullmatch(r"n(?P<number>\d+)(?:-[a-z]+)?", target.anchor)
            if target.kind == "page" and number and len(figures) == 1 and len(words.split()) <= _SHORT:
                if figures[0] != number["number"]:
                    hint = f"#{target.anchor[0]}{figures[0]}, or another text"
                    yield Problem(link.place, f"«{words}» leads to #{target.anchor}", hint)
            elif target.page and (meant := titles.get(words.casefold(), target.page)) is not target.page:
                yield Problem(link.place, f"«{words}» leads to {target.path}", f"{meant.name}.md, or another text")
            elif target.kind == "external" and _is_another(words, link.target):
                yield Problem(link.place, f"«{words}» leads to {link.target}", "use one address in both")


def _is_another(words: str, target: str) -> bool:
    """Whether the words are an address that is neither the target nor its beginning."""
    given = re.fullmatch(r"(https?://|www\.)\S+", words)
    return given is not None and not _bare(target).startswith(_bare(words))


def _bare(address: str) -> str:
    return re.sub(r"^(https?://)?(www\.)?|/$", "", address.lower())
