"""Putting something new in the place of something old so that there is always one of the two, whole.

A failure, a full disk or Ctrl-C in the middle leaves the old one as it was.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_HERE = -100  # AT_FDCWD: paths count from the working folder


def beside(site: Path) -> Path:
    """A folder of this run's own beside the site, to build in. What runs that are over have left there is deleted."""
    for left in site.parent.glob(f".{site.name}-*"):
        number = re.fullmatch(rf"\.{re.escape(site.name)}-(\d+)", left.name)
        if number and not _runs(int(number[1])):
            shutil.rmtree(left, ignore_errors=True)
    return site.with_name(f".{site.name}-{os.getpid()}")


def swap(new: Path, site: Path) -> None:
    """Let the folder `new` take the place of the site: in one step, where the system can exchange two names.

    Elsewhere the old one is moved aside first, and back if anything goes wrong. The old one is deleted.
    """
    if not site.exists():
        new.rename(site)
        return
    if _exchanged(new, site):
        shutil.rmtree(new, ignore_errors=True)
        return
    old = site.with_name(f"{new.name}-old")
    site.rename(old)
    try:
        new.rename(site)
    except BaseException:  # also Ctrl-C: whatever it is, the old site goes on
        old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def write(path: Path, text: str) -> None:
    """Write a text file whole, or leave the old one."""
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_text(text, encoding="utf-8", newline="\n")
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system cannot."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if hasattr(library, "renameat2"):
            status: int = library.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE)
        else:
            status = library.renamex_np(*names, _EXCHANGE)
    except (OSError, AttributeError, TypeError):
        return False
    return status == 0


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
