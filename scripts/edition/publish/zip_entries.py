"""Entries of zip archives in which nothing depends on when, where and by whom they were made."""

from __future__ import annotations

import zipfile
from datetime import date

_UNIX = 3  # the system that made the entry, on every system
_MODE = 0o100644 << 16  # an ordinary file, readable by everybody


def zip_entry(path: str, day: date, *, stored: bool = False) -> zipfile.ZipInfo:
    """An entry at this path, dated this day, compressed unless it is `stored`."""
    entry = zipfile.ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
    entry.create_system, entry.external_attr = _UNIX, _MODE
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    return entry
