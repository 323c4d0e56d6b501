"""The text as supplied, from which every build derives the original: `files/source.txt`."""

from __future__ import annotations

from ..model.edition import Edition
from .files import FOLDER

PATH = f"{FOLDER}/source.txt"


def paths(_edition: Edition) -> list[str]:
    """The one path."""
    return [PATH]


def content(edition: Edition, _path: str) -> str:
    """The source, unchanged."""
    return edition.source
