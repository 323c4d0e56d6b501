"""All files of the edition, by format, with their sizes: the table of the page on the data."""

from __future__ import annotations

from fnmatch import fnmatch
from typing import Any

from ...formats import dts, files
from ...formats.files import FOLDER
from ...model.addressing import address, link
from ...model.edition import Edition
from ...model.page import Page
from ...outputs.site_files import take_along

# The name of each format, the key of what it contains, and the paths of its files.
_FORMATS = (
    ("PDF", "format.pdf", f"{FOLDER}/{{code}}.pdf"),
    ("PDF", "format.parallel", f"{FOLDER}/parallel.pdf"),
    ("EPUB", "format.epub", f"{FOLDER}/edition.epub"),
    ("TEI P5", "format.tei", f"{FOLDER}/edition.xml"),
    ("TXT", "format.txt", f"{FOLDER}/{{code}}.txt"),
    ("TSV", "format.tsv", f"{FOLDER}/units.tsv"),
    ("JSON", "format.units", f"{FOLDER}/units.json"),
    ("JSON", "format.timeline", f"{FOLDER}/timeline.json"),
    ("JSON", "format.glossary", f"{FOLDER}/glossary.json"),
    ("JSON Schema", "format.schemas", f"{FOLDER}/*.schema.json"),
    ("TXT", "format.source", f"{FOLDER}/source.txt"),
    ("DTS 1.0", "format.dts", dts.ENTRY),
    ("ZIP", "format.site", f"{FOLDER}/site.zip"),
    ("SHA-256", "format.sums", f"{FOLDER}/SHA256SUMS"),
    ("SHA-256", "format.site-sum", f"{FOLDER}/site.zip.sha256"),
)


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The formats that exist, each with its name, the key of its description, and its files.

    A file has its language or its name, its link, and its path below the root of the site. `online` are the paths of
    files that the site to take along does not have.
    """
    online = (dts.ENTRY, *take_along.paths(edition))
    here, there = address(page.locale, page.name), (*files.paths(edition), *online)
    rows = []
    for name, key, pattern in _FORMATS:
        if "{code}" in pattern:
            found = [(one.name, one.code, pattern.format(code=one.code)) for one in edition.locales]
        elif "*" in pattern:
            found = [(_title(path), "", path) for path in there if fnmatch(path, pattern)]
        else:
            found = [(_title(pattern), "", pattern)]
        listed = [(title, code, link(here, path), path) for title, code, path in found if path in there]
        if listed:
            rows.append((name, key, listed))
    return {"formats": rows, "online": online}


def _title(path: str) -> str:
    return path.removeprefix(f"{FOLDER}/")
