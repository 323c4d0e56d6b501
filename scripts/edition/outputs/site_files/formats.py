"""The edition in other formats: `files/ru.pdf`, `files/edition.epub`, `p/12/index.json` and so on."""

from __future__ import annotations

from ...formats import files
from ...model.edition import Edition

PUBLISHED_ONLY = True


def paths(edition: Edition) -> list[str]:
    """The paths of all formats."""
    return list(files.paths(edition))


def file(edition: Edition, path: str) -> bytes:
    """The content of one file."""
    return files.content(edition, path)
