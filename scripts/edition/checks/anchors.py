"""The record of published addresses: docs/_data/anchors.txt, one address a line, below the root of the site.

A retired one is followed by its successor: `/ru/#p12 -> /ru/#p12a`.
"""

from __future__ import annotations

import re

from ..addresses.cards import cards
from ..findings import Place
from ..model.addressing import address
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.text_files import DATA
from ..publish import atomic_replace
from ..render.whole_pages import convert

# Ids by which elements of a page name each other, and which nobody cites.
_PASSING = re.compile(r"(preview|lemma|to)-.*")
PATH = f"{DATA}/anchors.txt"


@memoized
def addresses(edition: Edition) -> dict[str, Place]:
    """Every address of the edition with the place it comes from: `/`, `/ru/timeline/`, `/#p12`. No retired ones."""
    found = {}
    for page in edition.pages.values():
        base = f"/{address(page.locale, page.name)}"
        found[base] = page.place(0)
        converted = convert(edition, page)
        for name in converted.ids:
            if name not in converted.retired and not _PASSING.fullmatch(name):
                found[f"{base}#{name}"] = page.ids.get(name) or page.place(0)
    original = edition.article(edition.original)
    for name, path in cards(edition).items():
        for anchor in ("", *(f"#{locale.code}" for locale in edition.locales)):
            found[f"/{path}{anchor}"] = original.ids.get(name) or original.place(0)
    return found


def record(edition: Edition) -> int:
    """Write the addresses that are not yet recorded to the end of anchors.txt; returns how many they were."""
    known = {entry.address for entry in edition.anchors}
    new = [written for written in addresses(edition) if written not in known]
    if new:
        path = edition.root / PATH
        before = path.read_text(encoding="utf-8")
        before += "" if before.endswith("\n") else "\n"
        atomic_replace.write(path, before + "".join(f"{written}\n" for written in new))
    return len(new)
