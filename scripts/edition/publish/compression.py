"""Precompresses the files of a site: `.br` (brotli) and `.gz` beside each, for hosts that serve such files."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli

from .store import Store

_COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".tsv", ".bib", ".ris"}
# The qualities of brotli. The best takes three times as long as the usual one and saves 1.3 %; the fast one takes a
# sixth of the time of the usual one and gives 9 % more.
_BEST, _USUAL, _FAST = 11, 10, 9
_WORTH_IT = 1024  # bytes; a smaller file fits into one packet anyway


class Compression:
    """The compression of all text files of a site, which begins at once, in threads, and is written in the end."""

    def __init__(
        self, folder: Path, store: Store, best: Collection[str] = (), fast: str = "", without: str = ""
    ) -> None:
        """Begin. The files must not change from now on.

        Those with the paths in `best`, relative to the folder, are compressed as far as possible, the others nearly so;
        those below the folder `fast`, large and seldom asked for, quickly; those below `without`, many and small, not
        at all. Files that were compressed before come from the store.
        """

        def quality(path: Path) -> int:
            place = path.relative_to(folder)
            if place.as_posix() in best:
                return _BEST
            return _FAST if place.parts[0] == fast else _USUAL

        files = [
            path
            for path in folder.rglob("*")
            if path.suffix in _COMPRESSED and path.stat().st_size >= _WORTH_IT
            if path.relative_to(folder).parts[0] != without
        ]
        self._threads = ThreadPoolExecutor()  # both libraries release the interpreter lock
        self._done = [
            self._threads.submit(_compress, path, store, quality(path))
            for path in sorted(files, key=lambda path: path.stat().st_size, reverse=True)
        ]

    def write(self) -> None:
        """Write `.br` and `.gz` beside every file."""
        for one in self._done:
            for path, packed in one.result().items():
                path.write_bytes(packed)
        self._threads.shutdown()

    def cancel(self) -> None:
        """End without writing anything."""
        self._threads.shutdown(cancel_futures=True)


def _compress(path: Path, store: Store, quality: int) -> dict[Path, bytes]:
    """The compressed versions of a file, by their paths."""
    raw = path.read_bytes()
    return {
        path.with_name(f"{path.name}.{extension}"): store.cached(namespace, raw, make)
        for extension, namespace, make in (
            ("br", f"br {brotli.__version__} {quality}", partial(_brotli, raw, quality)),
            ("gz", f"gz {zlib.ZLIB_RUNTIME_VERSION}", partial(_gzip, raw)),
        )
    }


def _brotli(raw: bytes, quality: int) -> bytes:
    return bytes(brotli.compress(raw, quality=quality))


def _gzip(raw: bytes) -> bytes:
    # Without name and time, so that two builds are identical. (With `gzip.compress`, it depends on the version of
    # Python whether a byte of the header names the system.)
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=packed, mode="wb", compresslevel=9, mtime=0) as file:
        file.write(raw)
    return packed.getvalue()
