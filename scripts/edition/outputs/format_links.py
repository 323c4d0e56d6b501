"""Links from an article to the same text in other formats, for its head and for the linkset (`rel="alternate"`)."""

from __future__ import annotations

from ..formats import files
from ..model.edition import Edition
from ..model.page import Locale

# The files of a language or of all, and their media types.
_TYPES = {
    "{code}.pdf": "application/pdf",
    "edition.epub": "application/epub+zip",
    "edition.xml": "application/tei+xml",
    "{code}.txt": "text/plain",
}


def alternates(edition: Edition, locale: Locale) -> list[tuple[str, str]]:
    """The path below the root and the media type of each file that has the article in this language."""
    paths = ((f"{files.FOLDER}/{name.format(code=locale.code)}", kind) for name, kind in _TYPES.items())
    return [(path, kind) for path, kind in paths if path in files.paths(edition)]
