"""The files that the build generates beside the pages of docs/: cards, citation files, style sheets and scripts.

Each module generates one kind. Its function `paths` lists their paths, relative to the root of the site, and is fast:
checks before rendering use it to know what will exist. Its function `file` returns the text or the bytes of one file.
A module that defines `PUBLISHED_ONLY` generates files that a preview leaves out. One with a function `finish` instead
of `file` writes its files itself, from the finished site.
"""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from types import ModuleType

from ...model.edition import Edition
from ...model.memo import memoized


@memoized
def paths(edition: Edition) -> dict[str, ModuleType]:
    """The paths of all files that will be generated, each with its module."""
    modules = [importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    return {path: module for module in modules for path in module.paths(edition)}


def made(edition: Edition) -> dict[str, ModuleType]:
    """The paths of the files that this build generates beside the pages, but for those made from the finished site."""
    return {path: module for path, module in _wanted(edition).items() if not hasattr(module, "finish")}


def finish(edition: Edition, site: Path) -> None:
    """Write what is made from the site, which has everything else; sizes are filled in after this (`file_sizes`)."""
    for module in dict.fromkeys(_wanted(edition).values()):
        if hasattr(module, "finish"):
            module.finish(edition, site)


def _wanted(edition: Edition) -> dict[str, ModuleType]:
    """The paths of all files that this build writes: a preview leaves out what only a published site needs."""
    preview = edition.options.preview
    return {
        path: module for path, module in paths(edition).items() if not (preview and hasattr(module, "PUBLISHED_ONLY"))
    }


def content(edition: Edition, path: str) -> bytes:
    """The content of one of the files."""
    written: str | bytes = paths(edition)[path].file(edition, path)
    return written if isinstance(written, bytes) else written.encode()
