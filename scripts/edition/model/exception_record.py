"""docs/_data/exceptions.yml: findings that are accepted as they are."""

from __future__ import annotations

from dataclasses import dataclass

from ..findings import Place
from .yaml_data import Raw


@dataclass(frozen=True)
class ExceptionRecord:
    """Accepts findings of this code in this file whose line or message contains these words; and the reason."""

    code: str
    file: str
    words: str
    reason: str
    place: Place


def exceptions_of(data: Raw) -> tuple[ExceptionRecord, ...]:
    """The exceptions in the order of the file; the place of each is that of its code."""
    return tuple(
        ExceptionRecord(**entry, place=data.place("exceptions", index, "code"))
        for index, entry in enumerate(data.values["exceptions"])
    )
