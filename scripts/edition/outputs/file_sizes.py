"""Writes the sizes of files into the pages that link to them, when all files exist.

A template leaves the place: `<small data-size="files/ru.pdf"></small>`.
"""

from __future__ import annotations

import re
from pathlib import Path

from babel.units import format_unit

from ..markup.typesetting import FULL
from ..model.addressing import address
from ..model.edition import Edition
from ..model.page import Locale

_PLACE = re.compile(r'<small data-size="([^"]+)"></small>')
_MEGABYTE = 1_000_000  # bytes; SI, as systems other than Windows show sizes


def fill_in(edition: Edition, site: Path) -> None:
    """Fill in every size in the pages of this site; a file that is not there gets none."""
    for page in edition.pages.values():
        path = site / address(page.locale, page.name) / "index.html"
        before = path.read_text(encoding="utf-8")
        after = with_sizes(before, page.locale, site)
        if after != before:
            path.write_text(after, encoding="utf-8")


def with_sizes(html: str, locale: Locale, site: Path) -> str:
    """The page with the sizes of the files of this site."""

    def size(place: re.Match[str]) -> str:
        file = site / place[1]
        return f"<small>{shown(file.stat().st_size, locale)}</small>" if file.is_file() else ""

    return _PLACE.sub(size, html)


def shown(size: int, locale: Locale) -> str:
    """A size in bytes in words, which no line break parts: `148 kB`, `1.2 MB`."""
    if size < _MEGABYTE:
        words = format_unit(max(round(size / 1000), 1), "digital-kilobyte", "short", locale=locale.cldr)
    else:
        words = format_unit(round(size / _MEGABYTE, 1), "digital-megabyte", "short", locale=locale.cldr)
    return words.replace(" ", FULL)
