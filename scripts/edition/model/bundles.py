"""overrides/assets/bundles.yml: what pages load, and the sources it is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
    """The file of a source named in bundles.yml: `base.css` is `css/base.css` below the assets. It may be missing."""
    return root / ASSETS / source.rpartition(".")[2] / source
