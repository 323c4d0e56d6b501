"""docs/_data/anchors.txt: every address that was ever published."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..findings import Place
from .text_files import DATA, read_text


@dataclass(frozen=True)
class Recorded:
    """An address of anchors.txt below the root of the site, and the one that has taken its place, if it is retired."""

    written: str
    successor: str
    place: Place


def read_anchors(root: Path) -> tuple[Recorded, ...]:
    """Every address that the record has, in its order. Raises Unreadable where the file cannot be read."""
    path = f"{DATA}/anchors.txt"
    found = []
    for number, line in enumerate(read_text(root, path).splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            written, _, successor = (part.strip() for part in line.partition("->"))
            found.append(Recorded(written, successor, Place(path, number)))
    return tuple(found)
