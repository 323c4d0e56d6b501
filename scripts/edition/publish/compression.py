"""Precompresses the files of a site: `.br` (brotli) and `.gz` beside each, for hosts that serve such files."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli

from .store import Store

_COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".bib", ".ris"}
_WORTH_IT = 1024  # bytes; a smaller file fits into one packet anyway


def write(folder: Path, store: Store) -> None:
    """Write `.br` and `.gz` beside every text file of a site.

    Files that were compressed before come from the store.
    """
    files = [path for path in folder.rglob("*") if path.suffix in _COMPRESSED and path.stat().st_size >= _WORTH_IT]

    def compress(path: Path) -> None:
        raw = path.read_bytes()
        for extension, (version, make) in _FORMATS.items():
            packed = store.cached(f"{extension} {version}", raw, partial(make, raw))
            path.with_name(f"{path.name}.{extension}").write_bytes(packed)

    with ThreadPoolExecutor() as pool:  # both libraries release the interpreter lock
        list(pool.map(compress, files))


def _brotli(raw: bytes) -> bytes:
    return bytes(brotli.compress(raw, quality=11))


def _gzip(raw: bytes) -> bytes:
    # Without name and time, so that two builds are identical. (With `gzip.compress`, it depends on the version of
    # Python whether a byte of the header names the system.)
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=packed, mode="wb", compresslevel=9, mtime=0) as file:
        file.write(raw)
    return packed.getvalue()


# By file extension: the version of the library, and the function that compresses.
_FORMATS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "br": (brotli.__version__, _brotli),
    "gz": (zlib.ZLIB_RUNTIME_VERSION, _gzip),
}
