"""Files as hosts send them compressed: `.br` (brotli) and `.gz` beside each, for hosts that take what they find."""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

_COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".bib", ".ris"}
_WORTH_IT = 1024  # bytes; what is smaller travels in one packet as it is


def write(folder: Path) -> None:
    """Write `.br` and `.gz` beside every text file of a site, for hosts that send what they find compressed."""
    files = [path for path in folder.rglob("*") if path.suffix in _COMPRESSED and path.stat().st_size >= _WORTH_IT]
    with ThreadPoolExecutor() as pool:  # both libraries leave the interpreter to others while they work
        list(pool.map(_compress, files))


def _compress(path: Path) -> None:
    raw = path.read_bytes()
    path.with_name(f"{path.name}.br").write_bytes(brotli.compress(raw, quality=11))
    # Without name and time, so that two builds are the same. (`gzip.compress` tells the system in a byte of the header,
    # or does not, by the version of Python.)
    with (
        path.with_name(f"{path.name}.gz").open("wb") as target,
        gzip.GzipFile(filename="", fileobj=target, mode="wb", compresslevel=9, mtime=0) as packed,
    ):
        packed.write(raw)
