"""How to read the article: the signs that the edition adds to the text, and its files."""

from __future__ import annotations

from typing import Any

from ...formats import files
from ...model.addressing import DATA, address, link
from ...model.edition import Edition
from ...model.page import Page
from ...text.translation_status import stale


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """Whether the page is the original, with page breaks and emendations, which units are stale, and the files.

    A file has the name of its format, its link, and its path below the root of the site.
    """
    here, there = address(page.locale, page.name), files.paths(edition)
    named = (("PDF", f"{page.locale.code}.pdf"), ("EPUB", "edition.epub"), ("TEI", "edition.xml"))
    paths = [(name, f"{files.FOLDER}/{file}") for name, file in named]
    return {
        "original": page.locale.original,
        "stale": stale(edition, page.locale),
        "files": [(name, link(here, path), path) for name, path in paths if path in there],
        "data": (page.locale.code, DATA) in edition.pages,
    }
