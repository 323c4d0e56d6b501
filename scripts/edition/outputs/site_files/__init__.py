"""The files that the build makes beside the pages of docs/: cards, citations for programs, what pages load.

A module of this package makes one kind of them. Its function `paths` names them, below the root of the site, and is
quick: the checks before rendering ask it what there will be. Its function `file` gives the text of one, or its bytes.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from ...model.edition import Edition
from ...model.memo import memoized


@memoized
def paths(edition: Edition) -> dict[str, ModuleType]:
    """The paths of all files that will be made, each with the module that makes it."""
    modules = [importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    return {path: module for module in modules for path in module.paths(edition)}


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every file with its content."""
    for path, module in paths(edition).items():
        made = module.file(edition, path)
        yield path, made if isinstance(made, bytes) else made.encode()
