"""What readers are told of each version: its number, its day, and what changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model.edition import Edition
from ..model.page import Locale
from ..model.releases import UNRELEASED
from .wording import unreleased


@dataclass(frozen=True)
class Note:
    """A version in one language. `version` has `-dev` if it is unreleased, `number` never has."""

    number: str
    version: str
    day: date
    changes: tuple[str, ...]

    @property
    def unreleased(self) -> bool:
        """Whether the version is still in preparation."""
        return self.version.endswith(UNRELEASED)


def notes(edition: Edition, locale: Locale) -> list[Note]:
    """The versions, newest first; the one in preparation has the day that edition.yml gives it."""
    facts, found = edition.facts, []
    for release in edition.releases:
        version = release.number if release.released else f"{release.number}{UNRELEASED}"
        changes = tuple(one.words[locale.code] for one in release.changes if one.words.get(locale.code))
        found.append(Note(release.number, version, release.released or facts.released, changes))
    number = facts.version.removesuffix(UNRELEASED)
    if unreleased(edition) and number not in (one.number for one in found):
        found.append(Note(number, facts.version, facts.released, ()))
    return found[::-1]


def anchor(number: str) -> str:
    """The id of a version on the page of changes: `release-1-2-0`."""
    return f"release-{number.replace('.', '-')}"
