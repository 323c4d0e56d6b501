"""docs/_data/releases/: one record for each release, with the digest of the words of every unit in every language.

A record without a day is that of the release in preparation, and only says what changes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..findings import Finding, LoadError, Place
from .text_files import DATA
from .yaml_data import Localized, Raw, read_data

FOLDER = f"{DATA}/releases"
UNRELEASED = "-dev"  # at the end of a version that is in preparation
_NUMBER = re.compile(r"(\d+)\.(\d+)\.(\d+)(-dev)?")


@dataclass(frozen=True)
class ReleaseChange:
    """A change in words for readers, and the units and languages that it concerns; none means all."""

    words: Localized
    units: tuple[str, ...]
    languages: tuple[str, ...]
    place: Place = field(compare=False)


@dataclass(frozen=True, eq=False)
class Release:
    """One release. `words` are digests and `kept` old words, each by language and unit; `released` is None before."""

    number: str
    released: date | None
    changes: tuple[ReleaseChange, ...]
    words: Mapping[str, Mapping[str, str]]
    kept: Mapping[str, Mapping[str, str]]
    data: Raw


def order(number: str) -> tuple[int, ...]:
    """A version as a sort key: an unreleased one comes before the release that it will be."""
    match = _NUMBER.fullmatch(number)
    assert match, number
    return (*map(int, match.group(1, 2, 3)), 0 if match[4] else 1)


def read_releases(root: Path) -> tuple[Release, ...]:
    """All records, oldest first; none, if there is no folder. Raises LoadError for what cannot be read."""
    found, wrong = [], []
    for file in sorted((root / FOLDER).glob("*.yml")):
        path = f"{FOLDER}/{file.name}"
        if not _NUMBER.fullmatch(file.stem) or file.stem.endswith(UNRELEASED):
            hint = "name the file by the release: 1.2.0.yml"
            wrong.append(Finding(Place(path), "YAML005", f"{file.stem} is not the number of a release", hint))
            continue
        try:
            found.append(_release(file.stem, read_data(root, path, "release")))
        except LoadError as error:
            wrong += error.findings
    if wrong:
        raise LoadError(wrong)
    return tuple(sorted(found, key=lambda one: order(one.number)))


def _release(number: str, data: Raw) -> Release:
    record = data.values
    try:
        released = date.fromisoformat(record["released"]) if "released" in record else None
    except ValueError as error:
        raise LoadError([Finding(data.place("released"), "YAML005", f"released: {error}")]) from None
    return Release(
        number=number,
        released=released,
        changes=tuple(
            ReleaseChange(
                one["words"],
                tuple(one.get("units", ())),
                tuple(one.get("languages", ())),
                data.place("changes", nth),
            )
            for nth, one in enumerate(record["changes"])
        ),
        words=record.get("words", {}),
        kept=record.get("kept", {}),
        data=data,
    )
