"""Quotation marks are of the wrong kind for the language or unbalanced, or square brackets are unbalanced.

Each language has its own marks, given in edition.yml as `quotes`, the outer pair first. The author's own words stay as
printed.

Bad:   закон “О выборах”       “the law
Good:  закон «О выборах»       “the law”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...model.page import Locale
from ...text.passages import Passage, passages

_SIGN = re.compile('[«»“”„‟‹›‘‚"’]')


def check(edition: Edition) -> Iterator[Problem]:
    """Look at every quotation mark that is not in the author's own words."""
    languages = {locale.code: locale for locale in edition.locales}
    for passage in passages(edition):
        if not passage.authors and passage.language in languages:
            yield from _check_passage(passage, languages[passage.language])


def _check_passage(passage: Passage, locale: Locale) -> Iterator[Problem]:
    closes = dict(locale.quotes)
    right = " ".join("".join(pair) for pair in locale.quotes)
    opened: list[tuple[str, int]] = []
    counts: dict[str, int] = {}
    words = passage.words

    def problem(sign: str, nth: int, what: str, hint: str) -> Problem:
        return Problem(passage.where(sign, nth), f"{passage.name}: {sign} {what}", hint)

    for match in _SIGN.finditer(words):
        index, sign = match.start(), match[0]
        nth = counts[sign] = counts.get(sign, -1) + 1
        inner = words[:index][-1:].isalnum() and words[index + 1 : index + 2].isalnum()
        if sign == "’" and (inner or not opened or opened[-1][0] != "‘"):
            continue  # an apostrophe
        if opened and closes[opened[-1][0]] == sign:
            opened.pop()
        elif sign in closes:
            fit = locale.quotes[len(opened) % len(locale.quotes)]
            if sign != fit[0]:
                yield problem(sign, nth, "is the wrong opening mark at this level", "".join(fit))
            opened.append((sign, nth))
        elif sign in closes.values():
            yield problem(sign, nth, "closes nothing", f"this language has {right}")
        else:
            yield problem(sign, nth, f"is not a quotation mark of {locale.name}", right)
    for sign, nth in opened:
        yield problem(sign, nth, "is not closed", f"close it with {closes[sign]}")
    yield from _brackets(passage)


def _brackets(passage: Passage) -> Iterator[Problem]:
    """Square brackets enclose what a translator supplied; if one is missing, its extent is unclear."""
    if passage.words.count("[") != passage.words.count("]"):
        sign = "[" if passage.words.count("[") > passage.words.count("]") else "]"
        nth = passage.words.count(sign) - 1
        yield Problem(
            passage.where(sign, nth),
            f"{passage.name}: {sign} has no counterpart",
            "add the other bracket, or remove this one",
        )
