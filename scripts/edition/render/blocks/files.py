"""All files of the edition, by format, with their sizes: the table of the page on the data."""

from __future__ import annotations

from fnmatch import fnmatch
from typing import Any

from ...formats import files
from ...formats.files import FOLDER
from ...model.addressing import address, link
from ...model.edition import Edition
from ...model.page import Page
from ...outputs.site_files import take_along

# The name of each format, the key of what it contains, and its files in the folder.
_FORMATS = (
    ("PDF", "format.pdf", "{code}.pdf"),
    ("PDF", "format.parallel", "parallel.pdf"),
    ("EPUB", "format.epub", "edition.epub"),
    ("TEI P5", "format.tei", "edition.xml"),
    ("TXT", "format.txt", "{code}.txt"),
    ("TSV", "format.tsv", "units.tsv"),
    ("JSON", "format.units", "units.json"),
    ("JSON", "format.timeline", "timeline.json"),
    ("JSON", "format.glossary", "glossary.json"),
    ("JSON Schema", "format.schemas", "*.schema.json"),
    ("TXT", "format.source", "source.txt"),
    ("ZIP", "format.site", "site.zip"),
    ("SHA-256", "format.sums", "SHA256SUMS"),
    ("SHA-256", "format.site-sum", "site.zip.sha256"),
)


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The formats that exist, each with its name, the key of its description, and its files.

    A file has its language or its name, its link, and its path below the root of the site.
    """
    here, there = address(page.locale, page.name), (*files.paths(edition), *take_along.paths(edition))
    rows = []
    for name, key, pattern in _FORMATS:
        if "{code}" in pattern:
            found = [(one.name, one.code, pattern.format(code=one.code)) for one in edition.locales]
        elif "*" in pattern:
            names = (path.removeprefix(f"{FOLDER}/") for path in there)
            found = [(file, "", file) for file in names if fnmatch(file, pattern)]
        else:
            found = [(pattern, "", pattern)]
        listed = [(title, code, f"{FOLDER}/{file}") for title, code, file in found if f"{FOLDER}/{file}" in there]
        if listed:
            rows.append((name, key, [(title, code, link(here, path), path) for title, code, path in listed]))
    return {"formats": rows, "along": {take_along.ARCHIVE, take_along.CHECKSUM}}
