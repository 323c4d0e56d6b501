"""docs/_data/anchors.txt: every address that has ever been published."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..findings import Place
from .text_files import DATA, read_text


@dataclass(frozen=True)
class AnchorRecord:
    """An address in anchors.txt, below the root of the site, and where it redirects to if it is retired."""

    address: str
    redirect_to: str
    place: Place


def read_anchors(root: Path) -> tuple[AnchorRecord, ...]:
    """All recorded addresses, in the order of the file. Raises LoadError if the file cannot be read."""
    path = f"{DATA}/anchors.txt"
    found = []
    for number, line in enumerate(read_text(root, path).splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            address, _, redirect_to = (part.strip() for part in line.partition("->"))
            found.append(AnchorRecord(address, redirect_to, Place(path, number)))
    return tuple(found)
