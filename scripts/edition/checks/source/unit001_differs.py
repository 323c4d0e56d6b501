"""A unit or section is missing in a language, is not in the original, or is out of order.

All languages are one text with the same units in the same order, so that a citation means the same in each.

Bad:   p12, p14, p13 in Russian
Good:  p12, p13, p14 in every language
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from ...findings import Place, Problem
from ...model.edition import Edition
from ...model.page import Page
from ...text.sections import structure
from ...text.unit_ids import counterpart, is_authors_own


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the units and sections of every article with those of the original."""
    theirs = [name for name, _ in structure(edition, edition.article(edition.original))]
    recorded = list(edition.emendations.units)
    for locale in edition.locales:
        page = edition.article(locale)
        ours = [name for name, _ in structure(edition, page)]
        if locale.original:
            yield from _missing(page, ours, recorded, "emendations.yml records this unit")
            continue
        wanted = [counterpart(edition, locale, name) for name in theirs]
        there = set(wanted)
        for name in ours:
            if name not in there:
                yield Problem(page.ids.get(name, page.place(0)), f"{name} is not in the original")
        yield from _missing(page, ours, wanted, "the original has it here")
        # What the author wrote in several languages comes first in the article of that language.
        common = [name for name in ours if name in there and not is_authors_own(edition, locale, name)]
        both = set(common)
        yield from _moved(page, common, [name for name in wanted if name in both])


def _missing(page: Page, ours: list[str], wanted: list[str], hint: str) -> Iterator[Problem]:
    here = set(ours)
    for index, name in enumerate(wanted):
        if name not in here:
            yield Problem(_gap(page, ours, wanted[:index], wanted[index + 1 :]), f"{name} is missing", hint)


def _moved(page: Page, ours: list[str], right: list[str]) -> Iterator[Problem]:
    """Units that are out of order: those outside the longest runs that both orders share."""
    if ours == right:
        return
    for kind, start, _, _, _ in SequenceMatcher(a=ours, b=right, autojunk=False).get_opcodes():
        if kind in ("delete", "replace"):
            name = ours[start]
            before = right[right.index(name) - 1] if right.index(name) else "the beginning"
            message = f"{name} is out of order"
            yield Problem(page.ids.get(name, page.place(0)), message, f"in the original it follows {before}")


def _gap(page: Page, ours: list[str], before: list[str], after: list[str]) -> Place:
    """The place of a missing unit: the start of the next existing unit, or else the previous one."""
    if found := next((name for name in after if name in ours and name in page.spans), None):
        return page.place(page.spans[found][0])
    found = next((name for name in reversed(before) if name in ours and name in page.ids), None)
    return page.ids[found] if found else page.place(0)
