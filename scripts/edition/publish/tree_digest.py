"""Digests of files and folders, to tell whether anything in them has changed."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

_COMPILED = "__pycache__"


def tree_digest(root: Path, names: Iterable[str]) -> bytes:
    """A digest of the files and folders with these names below `root`: paths, contents, modes, and where links lead.

    Links are followed, so what is behind a linked folder counts. Compiled Python does not. A name that does not exist
    counts as such. Raises OSError if a file cannot be read.
    """
    whole = hashlib.sha256()
    for path, leads, status in _entries(root, names):
        is_file = status and stat.S_ISREG(status.st_mode)
        content = hashlib.sha256((root / path).read_bytes()).digest() if is_file else b""
        whole.update(_line(path, leads, status.st_mode if status else 0, content))
    return whole.digest()


def tree_stamps(root: Path, names: Iterable[str]) -> bytes:
    """A digest of the times at which the same files and folders were last changed, by the file system's account.

    It differs after a change that was undone, too, which `tree_digest` cannot tell. A folder with Python in it has no
    time of its own, since Python adds what it compiles. Raises OSError if a folder cannot be read.
    """
    whole = hashlib.sha256()
    for path, leads, status in _entries(root, names):
        times: tuple[int, ...] = ()
        if status and not (stat.S_ISDIR(status.st_mode) and _has_python(root / path)):
            times = (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
        whole.update(_line(path, leads, times))
    return whole.digest()


def _entries(root: Path, names: Iterable[str]) -> Iterator[tuple[str, str, os.stat_result | None]]:
    """The paths of all files, folders and links at or below these names, relative to the root, in order.

    With each, where it leads if it is a link, and the status of what is there, or None.
    """
    for name in names:
        yield from _below(root, name, ())


def _below(
    root: Path, path: str, above: tuple[tuple[int, int], ...]
) -> Iterator[tuple[str, str, os.stat_result | None]]:
    """The entries at or below a path. `above` identifies the folders it is in, which a link may lead back to."""
    place = root / path
    leads = str(place.readlink()) if place.is_symlink() else ""
    try:
        status = place.stat()
    except (FileNotFoundError, NotADirectoryError):
        yield path, leads, None
        return
    yield path, leads, status
    identity = (status.st_dev, status.st_ino)
    if stat.S_ISDIR(status.st_mode) and identity not in above:
        for name in sorted(entry.name for entry in place.iterdir()):
            if name != _COMPILED:
                yield from _below(root, f"{path}/{name}" if path else name, (*above, identity))


def _has_python(folder: Path) -> bool:
    return any(entry.name == _COMPILED or entry.suffix == ".py" for entry in folder.iterdir())


def _line(*values: object) -> bytes:
    return repr(values).encode("utf-8", "surrogateescape")
