"""overrides/assets/bundles.yml: the bundles that pages load, and their sources."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from ..findings import Finding, LoadError
from .yaml_data import read_data

ASSETS = "overrides/assets"


@dataclass(frozen=True)
class Bundles:
    """The bundles by name, each with its sources: those inlined in the pages, and those in files of their own."""

    inline: Mapping[str, Sequence[str]]
    files: Mapping[str, Sequence[str]]


def read_bundles(root: Path) -> Bundles:
    """The bundles of bundles.yml. Raises LoadError if the file cannot be read or a source is missing."""
    bundles = read_data(root, f"{ASSETS}/bundles.yml", "bundles")
    wrong = [
        Finding(bundles.place(kind, name, nth), "FILE001", f"{name}: the source {source} is missing")
        for kind, made in bundles.values.items()
        for name, sources in made.items()
        for nth, source in enumerate(sources)
        if not source_of(root, source).is_file()
    ]
    if wrong:
        raise LoadError(wrong)
    return Bundles(**bundles.values)


def source_of(root: Path, source: str) -> Path:
    """The path of a source named in bundles.yml: `base.css` is in the folder of its extension;
    `material/**/lunr.ru.min.js` is the file of that name in an installed package.

    The path does not exist if the package is not installed, or has no such file or more than one.
    """
    if "/" not in source:
        return root / ASSETS / source.rpartition(".")[2] / source
    package, _, name = source.partition("/**/")
    found = _in_package(package, name)
    return found[0] if len(found) == 1 else root / ASSETS / source


@lru_cache(maxsize=64)
def _in_package(package: str, name: str) -> tuple[Path, ...]:
    """The files of this name in an installed package, except in hidden folders."""
    spec = find_spec(package)
    found = []
    for folder in spec.submodule_search_locations or () if spec else ():
        for path, folders, files in os.walk(folder):
            folders[:] = [inner for inner in folders if not inner.startswith((".", "__"))]
            found += [Path(path, name)] if name in files else []
    return tuple(found)
