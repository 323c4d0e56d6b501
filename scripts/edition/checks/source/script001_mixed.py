"""A word mixes two scripts: a Latin a in a Cyrillic word, or the reverse.

This is invisible, and no search, index or screen reader recognises the word.

Bad:   мaслихат      (the first a is Latin)
Good:  маслихат
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.passages import passages

_LATIN, _CYRILLIC = "A-Za-zÀ-ÖØ-öø-ɏ", "Ѐ-ԯ"
_MIXED = re.compile(rf"[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}]")


def check(edition: Edition) -> Iterator[Problem]:
    """Look at every word but the author's own, which are compared with the annotated source instead."""
    for passage in passages(edition):
        if passage.authors:
            continue
        seen: dict[str, int] = {}
        for word in re.findall(r"[^\W\d_]+", passage.words) if _MIXED.search(passage.words) else ():
            if not _MIXED.search(word):
                continue
            nth = seen[word] = seen.get(word, -1) + 1
            scripts = {"Latin": re.findall(f"[{_LATIN}]", word), "Cyrillic": re.findall(f"[{_CYRILLIC}]", word)}
            odd = min(scripts, key=lambda script: len(scripts[script]))
            hint = f"{', '.join(dict.fromkeys(scripts[odd]))}: {odd}"
            yield Problem(passage.where(word, nth), f"{passage.name}: «{word}» mixes Latin and Cyrillic letters", hint)
