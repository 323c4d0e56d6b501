"""Quotation marks are of the wrong kind for the language, or do not pair; or square brackets do not.

Each language has its own, given in edition.yml as `quotes`, the outer pair first. The author's own words are left
as he printed them.

Bad:   закон “О выборах”       “the law
Good:  закон «О выборах»       “the law”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...model.page import Locale
from ...text.passages import Wording, wordings

_SIGN = re.compile('[«»“”„‟‹›‘‚"’]')


def check(edition: Edition) -> Iterator[Problem]:
    """Look at every quotation mark in every wording that is not the author's."""
    languages = {locale.code: locale for locale in edition.locales}
    for wording in wordings(edition):
        if not wording.authors and wording.language in languages:
            yield from _judge(wording, languages[wording.language])


def _judge(wording: Wording, locale: Locale) -> Iterator[Problem]:
    closes = dict(locale.quotes)
    right = " ".join("".join(pair) for pair in locale.quotes)
    waiting: list[tuple[str, int]] = []
    counts: dict[str, int] = {}
    words = wording.words

    def problem(sign: str, nth: int, what: str, hint: str) -> Problem:
        return Problem(wording.where(sign, nth), f"{wording.name}: {sign} {what}", hint)

    for match in _SIGN.finditer(words):
        index, sign = match.start(), match[0]
        nth = counts[sign] = counts.get(sign, -1) + 1
        inner = words[:index][-1:].isalnum() and words[index + 1 : index + 2].isalnum()
        if sign == "’" and (inner or not waiting or waiting[-1][0] != "‘"):
            continue  # an apostrophe
        if waiting and closes[waiting[-1][0]] == sign:
            waiting.pop()
        elif sign in closes:
            fit = locale.quotes[len(waiting) % len(locale.quotes)]
            if sign != fit[0]:
                yield problem(sign, nth, "opens at a level where another does", "".join(fit))
            waiting.append((sign, nth))
        elif sign in closes.values():
            yield problem(sign, nth, "closes nothing", f"here: {right}")
        else:
            yield problem(sign, nth, f"is no quotation mark of {locale.name}", right)
    for sign, nth in waiting:
        yield problem(sign, nth, "is not closed", f"with {closes[sign]}")
    yield from _brackets(wording)


def _brackets(wording: Wording) -> Iterator[Problem]:
    """Square brackets hold what a translator supplied: where one is open, nobody knows how far that reaches."""
    if wording.words.count("[") != wording.words.count("]"):
        sign = "[" if wording.words.count("[") > wording.words.count("]") else "]"
        nth = wording.words.count(sign) - 1
        yield Problem(
            wording.where(sign, nth), f"{wording.name}: {sign} has no counterpart", "close it, or take it out"
        )
