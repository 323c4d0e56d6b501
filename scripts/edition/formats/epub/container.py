"""The file itself: a zip archive in which nothing depends on when and where it was made."""

from __future__ import annotations

import io
import zipfile

from ...model.edition import Edition
from ...publish.zip_entries import zip_entry
from ...web.templating import FOLDER
from . import cover
from .book import book
from .navigation import PATH as NAVIGATION
from .navigation import navigation
from .package import package
from .xhtml import STYLE, document

_ROOT = "EPUB"
_CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    f'<rootfile full-path="{_ROOT}/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)


def packed(edition: Edition) -> bytes:
    """The book as a file: `mimetype` first and uncompressed, as EPUB requires, then the others by name."""
    chapters = list(book(edition))
    files = {
        "META-INF/container.xml": _CONTAINER.encode(),
        f"{_ROOT}/package.opf": package(edition, chapters),
        f"{_ROOT}/{NAVIGATION}": navigation(edition, chapters),
        f"{_ROOT}/{STYLE}": (edition.root / FOLDER / "formats/epub" / STYLE).read_bytes(),
        f"{_ROOT}/{cover.PICTURE}": cover.picture(edition),
        **{f"{_ROOT}/{one.path}": document(one.path, one.title, one.language, one.body) for one in chapters},
    }
    day = edition.facts.released
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for path, content in (("mimetype", b"application/epub+zip"), *sorted(files.items())):
            stored = path == "mimetype" or path.endswith(".png")
            archive.writestr(zip_entry(path, day, stored=stored), content, compresslevel=9)
    return written.getvalue()
