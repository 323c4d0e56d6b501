"""overrides/assets/bundles.yml: what pages load, and the sources it is made of."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from ..findings import Finding, Unreadable
from .yaml_data import Data, read_data

ASSETS = "overrides/assets"


def read_bundles(root: Path) -> Data:
    """What pages load, and the sources it is made of, every one of which is there."""
    bundles = read_data(root, f"{ASSETS}/bundles.yml", "bundles")
    wrong = [
        Finding(bundles.place(kind, name, nth), "FILE001", f"{name}: the source {source} is missing")
        for kind, made in bundles.values.items()
        for name, sources in made.items()
        for nth, source in enumerate(sources)
        if not source_of(root, source).is_file()
    ]
    if wrong:
        raise Unreadable(wrong)
    return bundles


def source_of(root: Path, source: str) -> Traversable:
    """The file of a source named in bundles.yml: one of ours by its kind, or one of an installed package by its path.

    The package need not be there; then neither is the file.
    """
    if "/" not in source:
        return root / ASSETS / source.rpartition(".")[2] / source
    package, _, path = source.partition("/")
    try:
        return files(package) / path
    except ModuleNotFoundError:
        return root / ASSETS / source
