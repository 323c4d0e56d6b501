"""Atomic replacement: at any time, either the old version or the new one is there, complete.

A failure, a full disk or Ctrl-C leaves the old version unchanged.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_AT_FDCWD = -100  # paths are relative to the working folder


def build_folder(site: Path) -> Path:
    """The folder beside the site that this run builds in. Deletes folders that ended runs left behind."""
    name = site.name.lstrip(".")
    for leftover in site.parent.glob(f".{name}-*"):
        number = re.fullmatch(rf"\.{re.escape(name)}-(\d+)(?:-\w+)?", leftover.name)
        if number and not _is_running(int(number[1])):
            shutil.rmtree(leftover, ignore_errors=True)
    return site.with_name(f".{name}-{os.getpid()}")


def swap(new: Path, site: Path) -> None:
    """Replace the site with the folder `new`: in one step, if the system can exchange two names.

    Otherwise, the old site is moved aside first, and moved back on failure. Finally, the old site is deleted.
    """
    if not site.exists():
        new.rename(site)
        return
    if _exchange(new, site):
        shutil.rmtree(new, ignore_errors=True)
        return
    old = site.with_name(f"{new.name}-old")
    site.rename(old)
    try:
        new.rename(site)
    except BaseException:  # including Ctrl-C: on any failure, restore the old site
        old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def write(path: Path, text: str) -> None:
    """Write a text file completely, or leave the old one unchanged."""
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_text(text, encoding="utf-8", newline="\n")
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; returns False if the system cannot."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if hasattr(library, "renameat2"):
            status: int = library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE)
        else:
            status = library.renamex_np(*names, _EXCHANGE)
    except (OSError, AttributeError, TypeError):
        return False
    return status == 0


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
