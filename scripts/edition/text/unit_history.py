"""The history of a unit as its card tells it: which releases have the present words, and what others had instead."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ..model.edition import Edition
from ..model.page import Locale
from .wording import State, compared, recorded, states


@dataclass(frozen=True)
class Step:
    """A change of a unit from one wording to the next. `runs` is empty if one of the two is not known."""

    old: State
    new: State
    runs: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class History:
    """`since` is the version that first had the present words; `same` and `changed` are the releases to cite from.

    `steps` are the changes, newest first.
    """

    since: str
    same: tuple[str, ...]
    changed: tuple[str, ...]
    steps: tuple[Step, ...]


def history(edition: Edition, locale: Locale, name: str) -> History | None:
    """The history of a unit in one language; None if no release has it."""
    found = states(edition, locale, name)
    if not found:
        return None
    now = found[-1]
    having = [one for one in recorded(edition) if name in one.words.get(locale.code, {})]
    return History(
        since=now.first,
        same=tuple(one.number for one in having if one.words[locale.code][name] == now.digest),
        changed=tuple(one.number for one in having if one.words[locale.code][name] != now.digest),
        steps=tuple(
            Step(
                old,
                new,
                tuple(compared(old.words, new.words)) if old.words is not None and new.words is not None else (),
                tuple(one.words.get(locale.code, "") for one in new.reasons),
            )
            for old, new in reversed(list(pairwise(found)))
        ),
    )
