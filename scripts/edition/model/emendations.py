"""docs/_data/emendations.yml: what the edition changes in the source, and its text-critical notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..findings import Place
from .yaml_data import Localized, Raw, Written

EMENDATION = "emendation"
UNSURE = "*"  # the sign of what leaves the text as it is


@dataclass(frozen=True)
class SourceLines:
    """The first and last line of a unit in source.txt, counted from 1."""

    first: int
    last: int
    place: Place


@dataclass(frozen=True)
class Repair:
    """A silent repair: its unit and type, the text of the source and the reading of the edition."""

    unit: str
    type: str
    source: str
    reading: str
    place: Place


@dataclass(frozen=True)
class CriticalNote:
    """A text-critical note: an emendation, which has a `reading`, or an annotation of kind `doubtful` or `remark`.

    `marked` says which languages have its mark: the `original`, `all` or `none`.
    """

    key: str
    unit: str
    kind: str
    type: str
    source: str
    marked: str
    place: Place
    reading: str = ""
    alternatives: tuple[str, ...] = ()
    suggestion: str = ""
    note: Localized | None = None

    @property
    def emends(self) -> bool:
        """Whether it changes the text."""
        return self.kind == EMENDATION

    @property
    def sign(self) -> str:
        """The sign of its mark in the text."""
        return "°" if self.emends else UNSURE


@dataclass(frozen=True)
class SlipType:
    """The name of a type of slip or doubt in each language."""

    names: Localized
    place: Place


@dataclass(frozen=True)
class Emendations:
    """The digest of the source, the source lines of each unit, all repairs and all text-critical notes.

    `soft_hyphens` are the lines that end in a hyphen which only divides a word.
    """

    source_digest: Written
    units: Mapping[str, SourceLines]
    soft_hyphens: frozenset[int]
    repairs: tuple[Repair, ...]
    types: Mapping[str, SlipType]
    notes: Mapping[str, CriticalNote]


def emendations_of(data: Raw) -> Emendations:
    """The records of emendations.yml, each with its place."""
    values, place = data.values, data.place
    return Emendations(
        source_digest=Written(values["source"]["sha256"], place("source", "sha256")),
        units={unit: SourceLines(first, last, place("units", unit)) for unit, (first, last) in values["units"].items()},
        soft_hyphens=frozenset(values["soft_hyphens"]),
        repairs=tuple(Repair(**one, place=place("repairs", index)) for index, one in enumerate(values["repairs"])),
        types={name: SlipType(names, place("types", name)) for name, names in values["types"].items()},
        notes={
            key: CriticalNote(
                **{**one, "alternatives": tuple(one.get("alternatives", ()))}, key=key, place=place("notes", key)
            )
            for key, one in values["notes"].items()
        },
    )
