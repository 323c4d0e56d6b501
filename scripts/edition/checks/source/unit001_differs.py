"""A unit, a part or a section is missing in a language, stands there and not in the original, or in another order.

The languages are one text: the same units in the same order, so that a citation means the same in each.

Bad:   p12, p14, p13 in Russian
Good:  p12, p13, p14 in every language
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from ...findings import Place, Problem
from ...model import Edition, Page
from ...names import author_s_own, counterpart
from ...pages import convert
from ...structure import structure


def check(edition: Edition) -> Iterator[Problem]:
    """Compare what every article is made of with the original's."""
    original = edition.article(edition.original)
    theirs = [name for name, _ in structure(edition, original)]
    for locale in edition.locales:
        page = edition.article(locale)
        here = set(convert(edition, page).ids)
        for name in edition.emendations.values["units"]:
            wanted = counterpart(edition, locale, name)
            if wanted not in here and (locale.original or name not in theirs):
                yield Problem(page.place(0), f"{wanted} is missing", f"emendations.yml has the unit {name}")
        if locale.original:
            continue
        ours = [name for name, _ in structure(edition, page)]
        wanted = [counterpart(edition, locale, name) for name in theirs]
        for name in ours:
            if name not in wanted:
                yield Problem(page.ids.get(name, page.place(0)), f"{name} is not in the original")
        for index, name in enumerate(wanted):
            if name not in ours:
                yield Problem(_after(page, ours, wanted[:index]), f"{name} is missing", "the original has it here")
        # What the author gave in several languages stands first in each language's own article.
        common = [name for name in ours if name in wanted and not author_s_own(edition, locale, name)]
        right = [name for name in wanted if name in common]
        if common != right:
            # What was moved is what is not in the longest run that both have.
            for kind, start, end, _, _ in SequenceMatcher(a=common, b=right, autojunk=False).get_opcodes():
                if kind in ("delete", "replace"):
                    name = common[start]
                    before = right[right.index(name) - 1] if right.index(name) else "the beginning"
                    message = f"{name} stands in another place than in the original"
                    yield Problem(page.ids.get(name, page.place(0)), message, f"there it follows {before}")


def _after(page: Page, ours: list[str], before: list[str]) -> Place:
    """Where a unit would stand: at the nearest unit before it that is there."""
    found = next((name for name in reversed(before) if name in ours and name in page.ids), None)
    return page.ids[found] if found else page.place(0)
