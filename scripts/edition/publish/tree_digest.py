"""A digest of files and folders by their content, to tell whether anything in them has changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

_COMPILED = "__pycache__"


def tree_digest(root: Path, names: Iterable[str]) -> bytes:
    """A digest of the files and folders with these names below `root`: paths, contents, and where links lead.

    Compiled Python does not count. A name that does not exist counts as such. Raises OSError if a file cannot be read.
    """
    whole = hashlib.sha256()
    for name in names:
        for path in _files(root, name):
            file = root / path
            content = hashlib.sha256(file.read_bytes()).digest() if file.is_file() else b""
            leads = str(file.readlink()) if file.is_symlink() else ""
            whole.update(repr((path, content, leads)).encode("utf-8", "surrogateescape"))
    return whole.digest()


def _files(root: Path, name: str) -> Iterator[str]:
    """The paths of all files and links at or below a name, relative to the root, sorted."""
    if (root / name).is_symlink() or not (root / name).is_dir():
        yield name
        return
    with os.scandir(root / name) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name != _COMPILED:
                yield from _files(root, f"{name}/{entry.name}" if name else entry.name)
