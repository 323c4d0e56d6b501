"""docs/_data/references.yml: the notes of the article, and what is known about the works they refer to."""

from __future__ import annotations

from dataclasses import dataclass

from ..findings import Place
from .yaml_data import Localized, Raw


@dataclass(frozen=True)
class Reference:
    """A note: what is known about the work, how certain it is, and the evidence for it."""

    key: str
    status: str
    entry: Localized
    basis: Localized
    place: Place


def references_of(data: Raw) -> dict[str, Reference]:
    """The notes by key, such as `n4`, in the order of the file."""
    return {key: Reference(**one, key=key, place=data.place(key)) for key, one in data.values.items()}
