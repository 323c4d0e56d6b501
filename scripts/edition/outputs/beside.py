"""Writes the files beside the pages while other work goes on, on another core if there is one."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from ..model.edition import Edition
from ..publish.forked import Forked, worth_it
from . import site_files


class Beside:
    """The files that a build generates beside the pages. In the site they are only after `finish`."""

    def __init__(self, edition: Edition, folder: Path) -> None:
        """Begin to write them into this folder, which is deleted at the end of the process.

        Formats and all other files are two lots, each for a process of its own: only formats take long, and a preview
        has none. If there is no other core, or `BuildOptions.parallel` forbids it, nothing is written before `finish`.
        """
        self._edition, self._folder = edition, folder
        self._lots: list[Forked[None]] = []
        if edition.options.parallel and worth_it():
            atexit.register(shutil.rmtree, folder, ignore_errors=True)
            atexit.register(self._stop)  # before that
            folder.mkdir(exist_ok=True)
            self._lots = [Forked(partial(_write_apart, edition, folder, lot)) for lot in _lots(edition)]

    def finish(self, site: Path) -> None:
        """Wait until all are written, and move them into the site. Raises what a generator of a file raises."""
        if not self._lots:
            for lot in _lots(self._edition):
                _write(self._edition, site, lot)
            return
        for one in self._lots:
            one.result()
        for path in site_files.made(self._edition):
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (self._folder / path).replace(site / path)

    def _stop(self) -> None:
        for one in self._lots:
            one.stop()


def _lots(edition: Edition) -> list[list[str]]:
    """The paths to write, in lots that share little work."""
    made = site_files.made(edition)
    formats = [path for path, module in made.items() if hasattr(module, "PUBLISHED_ONLY")]
    others = [path for path, module in made.items() if not hasattr(module, "PUBLISHED_ONLY")]
    return [lot for lot in (formats, others) if lot]


def _write_apart(edition: Edition, folder: Path, paths: Iterable[str]) -> None:
    """Write files in a process that may be stopped at any time; what is temporary is deleted with the folder."""
    tempfile.tempdir = str(folder)
    _write(edition, folder, paths)


def _write(edition: Edition, folder: Path, paths: Iterable[str]) -> None:
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(site_files.content(edition, path))
