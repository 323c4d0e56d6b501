"""Writes the records of releases: docs/_data/releases/1.2.0.yml."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml

from ..model.edition import Edition
from ..model.releases import FOLDER, Release
from ..publish import atomic_replace
from .past_words import found_again
from .wording import digests_of, not_kept, old_words

_HEAD = """\
# Release {number}. `changes` are for readers, and may name the units and languages that they concern. `words` are the
# beginnings of the SHA-256 of the words of each unit, `kept` the words that have changed since. The day, `words` and
# `kept` are written by build.py, and never change by hand.
"""


def keep(edition: Edition) -> int:
    """Add to the records the words that have changed since, from the history of the repository; returns their number.

    What the history does not have stays as it is, and check REL003 reports it.
    """
    kept = {one.number: {code: dict(words) for code, words in one.kept.items()} for one in edition.releases}
    count = 0
    for locale in edition.locales:
        lost = not_kept(edition, locale)
        # A unit may have lost the words of several releases: each digest is kept once, by the newest that has it.
        wanted = {
            (name, release.words[locale.code][name]): release
            for release in edition.releases
            for name in lost
            if (digest := release.words.get(locale.code, {}).get(name))
            and old_words(edition, locale, name, digest) is None
        }
        for (name, digest), words in found_again(edition, locale, wanted.keys()).items():
            kept[wanted[name, digest].number].setdefault(locale.code, {})[name] = words
            count += 1
    for release in edition.releases:
        if kept[release.number] != {code: dict(words) for code, words in release.kept.items()}:
            write(edition, release.number, {**release.data.values, "kept": _in_order(release, kept[release.number])})
    return count


def record(edition: Edition, number: str, day: date) -> None:
    """Write the record of a release of the present words: its day and digests, with the changes already described."""
    draft: list[Any] = next((one.data.values["changes"] for one in edition.releases if one.number == number), [])
    words = {locale.code: dict(digests_of(edition, locale)) for locale in edition.locales}
    write(edition, number, {"released": day.isoformat(), "changes": draft, "words": words})


def write(edition: Edition, number: str, values: dict[str, Any]) -> None:
    """Write a record with these values."""
    text = yaml.dump(values, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=118)
    path = edition.root / FOLDER / f"{number}.yml"
    path.parent.mkdir(exist_ok=True)
    atomic_replace.write(path, f"{_HEAD.format(number=number)}\n{text}")


class _Plain(yaml.SafeDumper):
    """Writes no anchors, which the edition's files may not have."""

    def ignore_aliases(self, _data: object) -> bool:
        """Write every value out."""
        return True


def _in_order(release: Release, kept: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """The kept words in the order of the release's own units."""
    return {
        code: {name: kept[code][name] for name in words if name in kept[code]}
        for code, words in release.words.items()
        if kept.get(code)
    }
