"""The record of published addresses: docs/_data/anchors.txt, one address a line, relative to the root of the site.

A retired address names its redirect target: `/ru/#p12 -> /ru/#p12a`.
"""

from __future__ import annotations

import re

from ..addresses.cards import cards
from ..findings import Place
from ..formats import dts, files
from ..model.addressing import address
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.text_files import DATA
from ..outputs.site_files import take_along
from ..publish import atomic_replace
from ..render.whole_pages import convert

# Internal ids, used only within a page: nobody cites them.
_INTERNAL = re.compile(r"(preview|lemma|to|drawn)-.*")
PATH = f"{DATA}/anchors.txt"


@memoized
def addresses(edition: Edition) -> dict[str, Place]:
    """Every address of the edition but the retired ones, and where it is defined: `/`, `/ru/timeline/`, `/#p12`.

    The files of formats are defined by the code; their place is that of the edition's version.
    """
    found = {}
    for page in edition.pages.values():
        base = f"/{address(page.locale, page.name)}"
        found[base] = page.place(0)
        converted = convert(edition, page)
        for name in converted.ids:
            if name not in converted.retired and not _INTERNAL.fullmatch(name):
                found[f"{base}#{name}"] = page.ids.get(name) or page.place(0)
    original = edition.article(edition.original)
    for name, path in cards(edition).items():
        for anchor in ("", *(f"#{locale.code}" for locale in edition.locales)):
            found[f"/{path}{anchor}"] = original.ids.get(name) or original.place(0)
    for path in (*files.paths(edition), *take_along.paths(edition), dts.ENTRY):
        found[f"/{path}"] = edition.data["edition"].place("version")
    return found


def record(edition: Edition) -> int:
    """Append the addresses that are not yet recorded to anchors.txt; returns their number."""
    known = {entry.address for entry in edition.anchors}
    new = [one for one in addresses(edition) if one not in known]
    if new:
        path = edition.root / PATH
        before = path.read_text(encoding="utf-8")
        before += "" if before.endswith("\n") else "\n"
        atomic_replace.write(path, before + "".join(f"{one}\n" for one in new))
    return len(new)
