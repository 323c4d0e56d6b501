"""A cache of results between builds, keyed by their input: `.cache/`, which may be deleted at any time.

The key of an entry is a digest of its input; entries never change. An entry begins with a digest of its content, so
that a damaged one is detected and remade. Entries are written to a temporary file and then moved: two builds may share
the folder. If it cannot be written, everything works as if the cache were empty.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

FOLDER = ".cache"
_MOST = 64 * 1024 * 1024  # bytes; the article fills some 5 MB
_DIGEST = 16  # bytes; length of the digest at the start of an entry


class Store:
    """The cache of a project."""

    def __init__(self, root: Path, most: int = _MOST) -> None:
        """Use the folder `.cache` of this root; pruning leaves at most `most` bytes in it."""
        self._folder = root / FOLDER
        self._most = most

    def get_or_make(self, kind: str, input_data: bytes, make: Callable[[], bytes]) -> bytes:
        """The result of `make`, cached for the same input. `kind` names what it does, and its version."""
        content = self.get(kind, input_data)
        if content is None:
            content = make()
            self.put(kind, input_data, content)
        return content

    def get(self, kind: str, input_data: bytes) -> bytes | None:
        """The entry of this kind for this input, or None."""
        path = self._path(kind, input_data)
        try:
            whole = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)  # most recently used, pruned last
        content = whole[_DIGEST:]
        return content if whole[:_DIGEST] == _digest(content) else None

    def put(self, kind: str, input_data: bytes, content: bytes) -> None:
        """Store the entry of this kind for this input."""
        path = self._path(kind, input_data)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as new:
                try:
                    new.write(_digest(content) + content)
                    new.close()
                    Path(new.name).replace(path)
                except OSError:
                    Path(new.name).unlink()

    def prune(self) -> None:
        """Delete the least recently used entries until the cache is within its limit."""
        with suppress(OSError):
            files = [(path.stat(), path) for path in self._folder.rglob("*") if path.is_file()]
            entries = sorted((stat.st_mtime, stat.st_size, path) for stat, path in files)
            total = sum(size for _, size, _ in entries)
            for _, size, path in entries:
                if total <= self._most:
                    break
                path.unlink()
                total -= size

    def _path(self, kind: str, input_data: bytes) -> Path:
        name = hashlib.sha256(kind.encode() + b"\0" + input_data).hexdigest()
        return self._folder / name[:2] / name[2:]


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST).digest()
