"""A unit is missing in a language, stands there and not in the original, or stands in another order.

The languages are one text: the same units in the same order, so that a citation means the same in each.

Bad:   p12, p14, p13 in Russian
Good:  p12, p13, p14 in every language
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model import Edition, is_text_unit
from ...names import counterpart
from ...pages import convert


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the units, their parts and the sections of every article with those of the original."""
    recorded = list(edition.emendations.values["units"])
    for locale in edition.locales:
        page = edition.article(locale)
        here = convert(edition, page).ids
        for name in recorded:
            wanted = counterpart(edition, locale, name)
            if wanted not in here:
                yield Problem(page.place(0), f"{wanted} is missing", f"emendations.yml has the unit {name}")
        if locale.original:
            continue
        original = convert(edition, edition.article(edition.original)).ids
        ours, theirs = ([name for name in ids if is_text_unit(name)] for ids in (here, original))
        for name in ours:
            if name not in theirs:
                yield Problem(page.ids.get(name, page.place(0)), f"{name} is not in the original")
        for name in theirs:
            if name not in ours and name not in recorded:
                yield Problem(page.place(0), f"{name} is missing", "the original has it")
        common = [name for name in ours if name in theirs]
        for ours_name, theirs_name in zip(common, [name for name in theirs if name in ours], strict=False):
            if ours_name != theirs_name:
                place = page.ids.get(ours_name, page.place(0))
                yield Problem(place, f"{ours_name} stands where the original has {theirs_name}")
                break
