"""The site to take along, `files/site.zip`, with its checksum: what is read from a disk or a memory stick, offline.

It is written when everything else is in its place. It does not have itself, nor what only programs ask a server for,
nor the lines that lead there.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from ...formats.dts import places
from ...formats.files import FOLDER
from ...model.addressing import address
from ...model.edition import Edition
from ...publish.zip_entries import zip_entry
from ..file_sizes import with_sizes

PUBLISHED_ONLY = True
ARCHIVE, CHECKSUM = f"{FOLDER}/site.zip", f"{FOLDER}/site.zip.sha256"
_STORED = {".pdf", ".epub", ".png"}  # compressed already
_LEVEL = 3  # of zlib: takes half of the time of the usual level, 6, and gives 4 % more
_ONLINE = re.compile(r"<div data-online>.*?</div>\n?", re.DOTALL)


def paths(_edition: Edition) -> list[str]:
    """Both paths."""
    return [ARCHIVE, CHECKSUM]


def finish(edition: Edition, site: Path) -> None:
    """Write both files into the finished site, whose sizes are not filled in yet (`file_sizes`)."""
    with zipfile.ZipFile(site / ARCHIVE, "w") as packed:
        for path, content in _files(edition, site):
            entry = zip_entry(path, edition.facts.released, stored=Path(path).suffix in _STORED)
            packed.writestr(entry, content, compresslevel=_LEVEL)
    with (site / ARCHIVE).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    (site / CHECKSUM).write_text(f"{digest}  {Path(ARCHIVE).name}\n", encoding="ascii")


def _files(edition: Edition, site: Path) -> Iterator[tuple[str, bytes | str]]:
    pages = {f"{address(page.locale, page.name)}index.html": page for page in edition.pages.values()}
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if not file.is_file() or path == ARCHIVE or path.startswith(f"{places.FOLDER}/"):
            continue
        if page := pages.get(path):
            yield path, with_sizes(_ONLINE.sub("", file.read_text(encoding="utf-8")), page.locale, site)
        else:
            yield path, file.read_bytes()
