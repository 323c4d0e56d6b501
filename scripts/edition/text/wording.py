"""The words of each unit in the present edition and in its releases.

What counts as words is the bare text of a unit: letters, digits, punctuation and the spaces between them, also in
capitals or small letters. What does not count: whether a space may break; line breaks; emphasis, links and
other markup; and the apparatus, that is numbers of paragraphs, note marks, text-critical marks and page breaks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import Locale
from ..model.releases import UNRELEASED, Release, ReleaseChange
from .sections import headings
from .translation_status import text_digest
from .units import units


@dataclass(frozen=True)
class State:
    """The words of a unit from one version to another, both included.

    `digest` is empty if the versions do not have the unit; `words` is None if its words are not kept. `reasons` say why
    the words changed in `first`.
    """

    first: str
    last: str
    digest: str
    words: str | None
    reasons: tuple[ReleaseChange, ...] = ()


@memoized
def wording(edition: Edition, locale: Locale) -> dict[str, str]:
    """The words of every unit and heading of the article in this language, by id."""
    found = {name: unit.words for name, unit in units(edition, locale).items()}
    return {**found, **{name: words for name, words in headings(edition, locale).items() if name not in found}}


@memoized
def digests_of(edition: Edition, locale: Locale) -> dict[str, str]:
    """The digests of all words in this language, as a release records them."""
    return {name: text_digest(words) for name, words in wording(edition, locale).items()}


def unreleased(edition: Edition) -> bool:
    """Whether the edition's version is still in preparation."""
    return edition.facts.version.endswith(UNRELEASED)


@memoized
def recorded(edition: Edition) -> tuple[Release, ...]:
    """The releases that were made, oldest first."""
    return tuple(one for one in edition.releases if one.released)


@memoized
def states(edition: Edition, locale: Locale, name: str) -> tuple[State, ...]:
    """What the words of a unit were, from the first release on, oldest first; none if nothing was released."""
    found: list[State] = []
    for number, digest in _versions(edition, locale, name):
        if found and found[-1].digest == digest:
            found[-1] = replace(found[-1], last=number)
        else:
            reasons = _reasons(edition, number, locale, name) if found else ()
            found.append(State(number, number, digest, old_words(edition, locale, name, digest), reasons))
    return tuple(found)


def old_words(edition: Edition, locale: Locale, name: str, digest: str) -> str | None:
    """The words of a unit with this digest: the present ones, or those that a record keeps; None if none does."""
    if digests_of(edition, locale).get(name) == digest:
        return wording(edition, locale)[name]
    kept = (one.kept.get(locale.code, {}).get(name, "") for one in edition.releases)
    return next((words for words in kept if words and text_digest(words) == digest), None)


@memoized
def not_kept(edition: Edition, locale: Locale) -> dict[str, Release]:
    """The units whose words changed after a release that nothing keeps, each with the newest such release."""
    return {
        name: release
        for release in recorded(edition)
        for name, digest in release.words.get(locale.code, {}).items()
        if old_words(edition, locale, name, digest) is None
    }


@memoized
def changed_in(edition: Edition, locale: Locale) -> dict[str, list[str]]:
    """The units whose words changed in each version after the first, in the order of the text, by version."""
    found: dict[str, list[str]] = {}
    versions = [one.number for one in recorded(edition)] + [edition.facts.version] * unreleased(edition)
    known = dict.fromkeys((*wording(edition, locale), *(n for one in recorded(edition) for n in _words(one, locale))))
    for name in known:
        for _, later in pairwise(states(edition, locale, name)):
            found.setdefault(later.first, []).append(name)
    return {number: found[number] for number in versions if number in found}


def compared(old: str, new: str) -> list[tuple[str, str]]:
    """The two texts set against each other word by word: runs that are `same`, `old` or `new`, in order."""
    before, after = old.split(" "), new.split(" ")
    found = []
    for kind, from_old, to_old, from_new, to_new in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("same", " ".join(before[from_old:to_old])))
            continue
        found += [("old", " ".join(before[from_old:to_old]))] if from_old < to_old else []
        found += [("new", " ".join(after[from_new:to_new]))] if from_new < to_new else []
    return found


def _versions(edition: Edition, locale: Locale, name: str) -> list[tuple[str, str]]:
    """Each version with the digest that the unit has in it, from the first that has the unit."""
    found = [(one.number, _words(one, locale).get(name, "")) for one in recorded(edition)]
    if found and unreleased(edition):
        found.append((edition.facts.version, digests_of(edition, locale).get(name, "")))
    first = next((nth for nth, (_, digest) in enumerate(found) if digest), len(found))
    return found[first:]


def _words(release: Release, locale: Locale) -> Mapping[str, str]:
    return release.words.get(locale.code, {})


def _reasons(edition: Edition, number: str, locale: Locale, name: str) -> tuple[ReleaseChange, ...]:
    """What a record says of the changes of a unit: what it says of the unit itself, or else of its language."""
    release = next((one for one in edition.releases if one.number == number.removesuffix(UNRELEASED)), None)
    told = [one for one in (release.changes if release else ()) if not one.languages or locale.code in one.languages]
    own = tuple(one for one in told if name in one.units)
    return own or tuple(one for one in told if not one.units and one.languages)
