"""Files as hosts send them compressed: `.br` (brotli) and `.gz` beside each, for hosts that take what they find."""

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
_WORTH_IT = 1024  # bytes; what is smaller travels in one packet as it is


def write(folder: Path, store: Store) -> None:
    """Write `.br` and `.gz` beside every text file of a site, for hosts that send what they find compressed.

    What was compressed before is taken from the store.
    """
    files = [path for path in folder.rglob("*") if path.suffix in _COMPRESSED and path.stat().st_size >= _WORTH_IT]

    def compress(path: Path) -> None:
        raw = path.read_bytes()
        for end, (version, make) in _WAYS.items():
            packed = store.made(f"{end} {version}", raw, partial(make, raw))
            path.with_name(f"{path.name}.{end}").write_bytes(packed)

    with ThreadPoolExecutor() as pool:  # both libraries leave the interpreter to others while they work
        list(pool.map(compress, files))


def _brotli(raw: bytes) -> bytes:
    return bytes(brotli.compress(raw, quality=11))


def _gzip(raw: bytes) -> bytes:
    # Without name and time, so that two builds are the same. (`gzip.compress` tells the system in a byte of the header,
    # or does not, by the version of Python.)
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=packed, mode="wb", compresslevel=9, mtime=0) as file:
        file.write(raw)
    return packed.getvalue()


# By the end of the name: the version of what compresses, and how.
_WAYS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "br": (brotli.__version__, _brotli),
    "gz": (zlib.ZLIB_RUNTIME_VERSION, _gzip),
}
