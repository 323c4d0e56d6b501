"""The files of all formats.

A module of this package, or a package within it, that has a function `paths` is a format. `paths` lists the paths of
its files, relative to the root of the site, and is fast; `content` returns the text or the bytes of one of them. A
format that takes long keeps its results in the cache (`publish.store`), by all that they are made from.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

from ..model.edition import Edition
from ..model.memo import memoized

FOLDER = "files"  # of formats whose files have the whole edition


@memoized
def paths(edition: Edition) -> dict[str, ModuleType]:
    """The paths of the files of all formats, each with the module that writes it."""
    package = __name__.rpartition(".")[0]
    folder = importlib.import_module(package).__path__
    names = sorted(module.name for module in pkgutil.iter_modules(folder))
    modules = [importlib.import_module(f"{package}.{name}") for name in names if name != "files"]
    return {path: module for module in modules if hasattr(module, "paths") for path in module.paths(edition)}


@memoized
def content(edition: Edition, path: str) -> bytes:
    """The content of one file, by its path."""
    written: str | bytes = paths(edition)[path].content(edition, path)
    return written.encode() if isinstance(written, str) else written
