"""What was made before of the same input, kept between builds in `.cache/`, which may be deleted at any time.

An entry is found by a digest of what it was made of, and never changes. Its first bytes are a digest of the rest, so
that one that was damaged is made anew. Entries are written beside their place and moved there: two builds may share
the folder. Where it cannot be written, everything is made as if it were empty.
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
_DIGEST = 16  # bytes of the digest that an entry begins with


class Store:
    """The results below a project's root."""

    def __init__(self, root: Path, most: int = _MOST) -> None:
        """Take the folder `.cache` of this root; `most` bytes stay in it when it is pruned."""
        self._folder = root / FOLDER
        self._most = most

    def made(self, kind: str, made_of: bytes, make: Callable[[], bytes]) -> bytes:
        """What `make` gives, or gave before for the same input. `kind` names what it does, and the version of it."""
        content = self.get(kind, made_of)
        if content is None:
            content = make()
            self.put(kind, made_of, content)
        return content

    def get(self, kind: str, made_of: bytes) -> bytes | None:
        """The entry of this kind for this input, if there is one."""
        path = self._path(kind, made_of)
        try:
            whole = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)  # used last, pruned last
        content = whole[_DIGEST:]
        return content if whole[:_DIGEST] == _digest(content) else None

    def put(self, kind: str, made_of: bytes, content: bytes) -> None:
        """Keep the entry of this kind for this input."""
        path = self._path(kind, made_of)
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
        """Take away what was used longest ago, until no more is left than the folder may hold."""
        with suppress(OSError):
            files = [(path.stat(), path) for path in self._folder.rglob("*") if path.is_file()]
            entries = sorted((stat.st_mtime, stat.st_size, path) for stat, path in files)
            left = sum(size for _, size, _ in entries)
            for _, size, path in entries:
                if left <= self._most:
                    break
                path.unlink()
                left -= size

    def _path(self, kind: str, made_of: bytes) -> Path:
        name = hashlib.sha256(kind.encode() + b"\0" + made_of).hexdigest()
        return self._folder / name[:2] / name[2:]


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST).digest()
