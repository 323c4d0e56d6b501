"""The record of a release is damaged, or does not agree with edition.yml or with the other records.

Citations rest on it, so nothing in it may change but by `build.py --release` and `build.py --keep-words`.

Bad:   version: 1.1.0 in edition.yml, but no docs/_data/releases/1.1.0.yml
Good:  a record for every release, with the day that edition.yml gives, and kept words that match their digests
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...findings import Problem
from ...model.edition import Edition
from ...model.releases import UNRELEASED, Release, order
from ...text.translation_status import text_digest
from ...text.wording import recorded, unreleased, wording

_EDITION = "edition"


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the records with edition.yml, with each other, and their kept words with their digests."""
    if not edition.releases:
        return
    version, made = edition.facts.version, recorded(edition)
    at = edition.data[_EDITION].place
    own = next((one for one in made if one.number == version), None)
    latest = made[-1].number if made else ""
    if unreleased(edition):
        if latest and order(version) <= order(latest):
            yield Problem(at("version"), f"version {version} is not after {latest}, which has been released")
    elif own is None:
        hint = f"write {version}{UNRELEASED}; python3 scripts/build.py --release {version} makes the release"
        yield Problem(at("version"), f"there is no release {version}", hint)
    elif own.number != latest:
        yield Problem(at("version"), f"version {version} is older than {latest}, which has been released")
    elif own.released != edition.facts.released:
        yield Problem(at("released"), f"{edition.facts.released} is not the day of release {version}, {own.released}")
    for older, newer in pairwise(made):
        if older.released and newer.released and older.released > newer.released:
            yield Problem(newer.data.place("released"), f"the day is before that of {older.number}")
    for release in edition.releases:
        yield from _record(edition, release)


def _record(edition: Edition, release: Release) -> Iterator[Problem]:
    at = release.data.place
    if bool(release.released) != bool(release.words):
        yield Problem(at(), "a release has both a day and words; one that is being prepared has neither")
    if release.released is None and release.number != edition.facts.version.removesuffix(UNRELEASED):
        yield Problem(at(), f"{release.number} is not being prepared: the version is {edition.facts.version}")
    for code, kept in release.kept.items():
        for name, words in kept.items():
            if release.words.get(code, {}).get(name) != text_digest(words):
                yield Problem(at("kept", code, name), f"{name}: these are not the words of {release.number}")
    yield from _changes(edition, release)


def _changes(edition: Edition, release: Release) -> Iterator[Problem]:
    at, codes = release.data.place, [locale.code for locale in edition.locales]
    known = {name for locale in edition.locales for name in wording(edition, locale)}
    known |= {name for one in recorded(edition) for names in one.words.values() for name in names}
    for nth, change in enumerate(release.changes):
        for name in change.units:
            if name not in known:
                yield Problem(at("changes", nth, "units"), f"{name} is not a unit")
        for code in change.languages:
            if code not in codes:
                yield Problem(at("changes", nth, "languages"), f"the edition has no language {code}")
