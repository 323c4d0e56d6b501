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

_COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".bib", ".ris"}
# The qualities of brotli: the best takes three times as long as the other, and saves 1.3 %.
_BEST, _USUAL = 11, 10
_WORTH_IT = 1024  # bytes; a smaller file fits into one packet anyway


def write(folder: Path, store: Store, best: Collection[str] = ()) -> None:
    """Write `.br` and `.gz` beside every text file of a site.

    The files with the paths in `best`, relative to the folder, are compressed as far as possible, the others nearly so.
    Files that were compressed before come from the store.
    """
    files = [path for path in folder.rglob("*") if path.suffix in _COMPRESSED and path.stat().st_size >= _WORTH_IT]

    def compress(path: Path) -> None:
        raw = path.read_bytes()
        quality = _BEST if path.relative_to(folder).as_posix() in best else _USUAL
        for extension, namespace, make in (
            ("br", f"br {brotli.__version__} {quality}", partial(_brotli, raw, quality)),
            ("gz", f"gz {zlib.ZLIB_RUNTIME_VERSION}", partial(_gzip, raw)),
        ):
            path.with_name(f"{path.name}.{extension}").write_bytes(store.cached(namespace, raw, make))

    with ThreadPoolExecutor() as pool:  # both libraries release the interpreter lock
        list(pool.map(compress, files))


def _brotli(raw: bytes, quality: int) -> bytes:
    return bytes(brotli.compress(raw, quality=quality))


def _gzip(raw: bytes) -> bytes:
    # Without name and time, so that two builds are identical. (With `gzip.compress`, it depends on the version of
    # Python whether a byte of the header names the system.)
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=packed, mode="wb", compresslevel=9, mtime=0) as file:
        file.write(raw)
    return packed.getvalue()
