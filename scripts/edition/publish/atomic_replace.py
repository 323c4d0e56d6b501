"""Atomic replacement: at any time, either the old version or the new one is there, complete.

A failure, a full disk or Ctrl-C leaves the old version unchanged.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_AT_FDCWD = -100  # paths are relative to the working folder
# What the system says of a mount point, of a folder on another file system, of one in a folder that is not ours.
_NOT_TO_BE_MOVED = (errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM)
_OF_THE_FILE_SYSTEM = "lost+found"  # a mount point may have it, and keeps it


def build_folder(site: Path) -> Path:
    """The folder that this run builds in: beside the site, or beside the folder that the site is a link to.

    If nothing may be created there, it is beside the link. Deletes folders that ended runs left behind.

    Raises NotADirectoryError if the site is something that no folder can take the place of.
    """
    place = real_place(site)
    beside = {place.parent: place, site.parent: site}
    for one in beside.values():
        _delete_leftovers(one)
    chosen = next((one for parent, one in beside.items() if os.access(parent, os.W_OK | os.X_OK)), place)
    return chosen.with_name(f"{_temporary(chosen)}{os.getpid()}")


def real_place(site: Path) -> Path:
    """The folder that the site is, or that it is a link to; it may not exist yet.

    Raises NotADirectoryError if it is something that no folder can take the place of.
    """
    try:
        place = site.resolve()
    except (OSError, RuntimeError):  # the latter until Python 3.12
        raise NotADirectoryError(f"{site.name} is a symbolic link that leads to itself") from None
    if place.exists() and not place.is_dir():
        raise NotADirectoryError(f"{site.name} is not a folder")
    if not place.parent.is_dir():
        raise NotADirectoryError(f"{site.name} is a symbolic link to {place}, and {place.parent} does not exist")
    return place


def swap(new: Path, site: Path) -> None:
    """Replace the site with the folder `new`: in one step, if the system can exchange two names.

    Otherwise, the old site is moved aside first, and moved back on failure. If the site is a link, the folder that it
    leads to is replaced. A folder that cannot be moved, such as a mount point, is filled in place: its entries are
    replaced one by one. Finally, the old site is deleted.
    """
    site = real_place(site)
    try:
        _swap_folders(new, site)
    except OSError as error:
        if error.errno not in _NOT_TO_BE_MOVED or not site.is_dir():
            raise
        _fill(new, site)


def _swap_folders(new: Path, site: Path) -> None:
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


def _fill(new: Path, site: Path) -> None:
    """Replace the entries of a folder with those of `new`; on failure, put the old ones back."""
    _delete_leftovers(site / "site")
    copy = site / f".site-{os.getpid()}"
    old = site / f".site-{os.getpid()}-old"
    moved: list[str] = []
    names: set[str] = set()
    try:
        shutil.copytree(new, copy, symlinks=True)  # everything that may fail for lack of space, before anything changes
        old.mkdir()
        names = {one.name for one in copy.iterdir()}
        # Pages go last: what they need is there before them.
        for name in sorted(names, key=lambda name: (name.endswith(".html"), name)):
            moved.append(name)
            if (site / name).exists() or (site / name).is_symlink():
                (site / name).rename(old / name)
            (copy / name).rename(site / name)
        for one in list(site.iterdir()):
            if one.name not in names | {copy.name, old.name, _OF_THE_FILE_SYSTEM}:
                moved.append(one.name)
                one.rename(old / one.name)
    except BaseException:
        for name in reversed(moved):
            if name in names and not (copy / name).exists():
                _delete(site / name)
            if (old / name).exists():
                (old / name).rename(site / name)
        raise
    finally:
        for one in (copy, old, new):
            shutil.rmtree(one, ignore_errors=True)


def _delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _temporary(site: Path) -> str:
    """How the names of the folders begin that runs build in."""
    return f".{site.name.lstrip('.')}-"


def _delete_leftovers(site: Path) -> None:
    """Delete the folders that ended runs left beside a site."""
    start = _temporary(site)
    for leftover in site.parent.glob(f"{start}*"):
        number = re.fullmatch(rf"{re.escape(start)}(\d+)(?:-\w+)?", leftover.name)
        if number and not _is_running(int(number[1])):
            shutil.rmtree(leftover, ignore_errors=True)


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
