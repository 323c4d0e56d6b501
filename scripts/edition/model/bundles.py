"""overrides/assets/bundles.yml: what pages load, and the sources it is made of."""

from __future__ import annotations

import os
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from ..findings import Finding, LoadError
from .yaml_data import Data, read_data

ASSETS = "overrides/assets"


def read_bundles(root: Path) -> Data[dict[str, dict[str, list[str]]]]:
    """What pages load, and the sources it is made of, every one of which is there."""
    bundles: Data[dict[str, dict[str, list[str]]]] = read_data(root, f"{ASSETS}/bundles.yml", "bundles")
    wrong = [
        Finding(bundles.place(kind, name, nth), "FILE001", f"{name}: the source {source} is missing")
        for kind, made in bundles.values.items()
        for name, sources in made.items()
        for nth, source in enumerate(sources)
        if not source_of(root, source).is_file()
    ]
    if wrong:
        raise LoadError(wrong)
    return bundles


def source_of(root: Path, source: str) -> Path:
    """The file of a source named in bundles.yml: `base.css` is one of ours, by its kind; `material/**/lunr.ru.min.js`
    the file of that name in an installed package.

    The path of a file that may not be there: where the package is not installed, or has none or several of that name.
    """
    if "/" not in source:
        return root / ASSETS / source.rpartition(".")[2] / source
    package, _, name = source.partition("/**/")
    found = _in_package(package, name)
    return found[0] if len(found) == 1 else root / ASSETS / source


@lru_cache(maxsize=64)
def _in_package(package: str, name: str) -> tuple[Path, ...]:
    """The files of this name in an installed package, hidden folders left aside."""
    spec = find_spec(package)
    found = []
    for folder in spec.submodule_search_locations or () if spec else ():
        for path, folders, files in os.walk(folder):
            folders[:] = [inner for inner in folders if not inner.startswith((".", "__"))]
            found += [Path(path, name)] if name in files else []
    return tuple(found)
