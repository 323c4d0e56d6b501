"""A cache of results between builds, keyed by their input: `.cache/`, which may be deleted at any time.

The key of an entry is a digest of its input; entries never change. An entry begins with a digest of its content, so
that a damaged one is detected and remade. Entries are written to a temporary file and then moved: two builds may share
the folder. If it cannot be written, everything works as if the cache were empty. `prune`, which every build calls at
its end, keeps the folder within its limit.

    store = Store(edition.root)
    pdf = store.cached(f"pdf {version}", digest_of(template, text, settings), lambda: typeset(template, text, settings))
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

FOLDER = ".cache"
_MOST = 64 * 1024 * 1024  # bytes; the article fills some 5 MB
_DIGEST = 16  # bytes; length of the digest at the start of an entry
_ABANDONED = 60 * 60  # seconds; a temporary file this old belongs to no running build
_TEMPORARY = "tmp"  # how the names of temporary files begin


def digest_of(*inputs: str | bytes) -> bytes:
    """A digest of all that a result is made from: each input as a whole, and their order."""
    whole = hashlib.sha256()
    for one in inputs:
        data = one.encode() if isinstance(one, str) else one
        whole.update(f"{type(one).__name__} {len(data)}\n".encode() + data)
    return whole.digest()


class Store:
    """The cache of a project."""

    def __init__(self, root: Path, most: int = _MOST) -> None:
        """Use the folder `.cache` of this root; pruning leaves at most `most` bytes in it."""
        self._folder = root / FOLDER
        self._most = most

    def cached(self, namespace: str, inputs: bytes, make: Callable[[], bytes]) -> bytes:
        """The result of `make` from these inputs, or from an earlier call with the same ones.

        `namespace` names what is made, and the version of what makes it. `inputs` is everything else that the result
        depends on, or its digest (`digest_of`).
        """
        content = self.get(namespace, inputs)
        if content is None:
            content = make()
            self.put(namespace, inputs, content)
        return content

    def get(self, namespace: str, inputs: bytes) -> bytes | None:
        """The entry of this namespace for these inputs, or None."""
        path = self._path(namespace, inputs)
        try:
            whole = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)  # most recently used, pruned last
        content = whole[_DIGEST:]
        return content if whole[:_DIGEST] == _digest(content) else None

    def put(self, namespace: str, inputs: bytes, content: bytes) -> None:
        """Store the entry of this namespace for these inputs."""
        path = self._path(namespace, inputs)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, prefix=_TEMPORARY, delete=False) as new:
                try:
                    new.write(_digest(content) + content)
                    new.close()
                    Path(new.name).replace(path)
                except OSError:
                    Path(new.name).unlink()

    def prune(self) -> None:
        """Delete the least recently used entries until the cache is within its limit, and what ended builds left."""
        entries = []
        for path in self._folder.rglob("*"):
            with suppress(OSError):  # another build may be pruning, too
                status = path.stat()
                if path.parent != self._folder and path.is_file():
                    entries.append((status.st_mtime, status.st_size, path))
                elif path.name.startswith(_TEMPORARY) and time.time() - status.st_mtime > _ABANDONED:
                    path.unlink()
        total = sum(size for _, size, _ in entries)
        for _, size, path in sorted(entries):
            if total <= self._most:
                break
            with suppress(OSError):
                path.unlink()
            total -= size

    def _path(self, namespace: str, inputs: bytes) -> Path:
        name = hashlib.sha256(namespace.encode() + b"\0" + inputs).hexdigest()
        return self._folder / name[:2] / name[2:]


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST).digest()
