"""overrides/assets/bundles.yml: what pages load, and the sources it is made of."""

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
    """What pages load, each by its name with its sources: what stands in the pages themselves, and files of its own."""

    inline: Mapping[str, Sequence[str]]
    files: Mapping[str, Sequence[str]]


def read_bundles(root: Path) -> Bundles:
    """What pages load, and the sources it is made of.

    Raises LoadError where the file cannot be read, and where a source is missing.
    """
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
