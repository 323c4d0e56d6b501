"""docs/_data/anchors.txt: every address that was ever published."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..findings import Place
from .text_files import DATA, read_text


@dataclass(frozen=True)
class AnchorRecord:
    """An address of anchors.txt below the root of the site, and the one that has taken its place, if it is retired."""

    address: str
    redirect_to: str
    place: Place


def read_anchors(root: Path) -> tuple[AnchorRecord, ...]:
    """Every address that the record has, in its order. Raises LoadError where the file cannot be read."""
    path = f"{DATA}/anchors.txt"
    found = []
    for number, line in enumerate(read_text(root, path).splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            address, _, redirect_to = (part.strip() for part in line.partition("->"))
            found.append(AnchorRecord(address, redirect_to, Place(path, number)))
    return tuple(found)
