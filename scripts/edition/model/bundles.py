"""overrides/assets/bundles.yml: the bundles that pages load, and their sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
    """The path of a source named in bundles.yml: `base.css` is `css/base.css` in the assets. It may not exist."""
    return root / ASSETS / source.rpartition(".")[2] / source
