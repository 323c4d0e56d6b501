"""The words of a link name another paragraph, note or address than it leads to.

The reader is told one thing and shown another, and whoever cites it cites wrongly.

Bad:   [paragraph 12](index.md#p13)      [¶ 12](index.md#p13)      [https://a.example](https://b.example)
Good:  [paragraph 12](index.md#p12)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...links import followed
from ...model import Edition
from ...page import NOTE, UNIT


def check(edition: Edition) -> Iterator[Problem]:
    """Compare what links are called with where they lead."""
    units = [_pattern(name) for key in ("unit.name", "unit.short") for name in _words(edition, key)]
    units += [_pattern(name) for name in ("¶ {number}", "¶{number}", "p{number}", "#p{number}")]
    notes = [_pattern(name) for name in (*_words(edition, "note.mark"), "[{number}]")]
    for page in edition.pages.values():
        for link, goal in followed(edition, page):
            if link.origin == "made":
                continue
            words = link.words.strip(" .,;:()«»“”")
            if goal.kind == "page":
                for patterns, kind, letter in ((units, UNIT, "p"), (notes, NOTE, "n")):
                    said = next((match["number"] for one in patterns if (match := one.fullmatch(words))), "")
                    if said and kind.fullmatch(goal.anchor) and goal.anchor != f"{letter}{said}":
                        yield Problem(
                            link.place, f"«{words}» leads to #{goal.anchor}", f"#{letter}{said}, or other words"
                        )
            elif (
                goal.kind == "elsewhere"
                and re.fullmatch(r"(https?://|www\.)\S+", words)
                and _bare(words) != _bare(link.target)
            ):
                yield Problem(link.place, f"«{words}» leads to {link.target}", "give one address")


def _words(edition: Edition, key: str) -> list[str]:
    return [word for word in edition.strings.values.get(key, {}).values() if "{number}" in word]


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(re.escape(name).replace(re.escape("{number}"), r"(?P<number>\d+[a-z]?)"), re.IGNORECASE)


def _bare(address: str) -> str:
    return re.sub(r"^(https?://)?(www\.)?|/$", "", address.lower())
