"""docs/_data/exceptions.yml: findings that are right as they are."""

from __future__ import annotations

from dataclasses import dataclass

from ..findings import Place
from .yaml_data import Raw


@dataclass(frozen=True)
class ExceptionRecord:
    """A finding of this code in this file, whose line or message has these words, and why it is right."""

    code: str
    file: str
    words: str
    reason: str
    place: Place


def exceptions_of(data: Raw) -> tuple[ExceptionRecord, ...]:
    """The exceptions in the order of the file; the place is that of the code."""
    return tuple(
        ExceptionRecord(**entry, place=data.place("exceptions", index, "code"))
        for index, entry in enumerate(data.values["exceptions"])
    )
