"""Recognises what was checked or built before from exactly the same files, so that it is not done again.

Imports nothing that reads an edition: this has to be faster than what it saves.
"""

from __future__ import annotations

import json
import os
import sys
import sysconfig
from collections.abc import Collection
from dataclasses import asdict
from pathlib import Path

from ..findings import Finding, Place
from ..model.build_options import BuildOptions, Inputs
from ..publish.store import Store, digest_of
from ..publish.tree_digest import tree_digest, tree_stamps

# All that checks and sites are made from: the edition, the code, and the packages.
_SOURCES = ("docs", "overrides", "scripts", "mkdocs.yml", "requirements.txt")
_ENVIRONMENT = ("SITE_URL",)  # what mkdocs.yml reads from the environment


def inputs(root: Path, *others: str) -> Inputs:
    """What checks and sites of a project are made from, with `others`; to be taken before anything of it is read.

    It is empty if a file cannot be read; then nothing is recognised or recorded.
    """
    surroundings = [sys.version, *(os.environ.get(name, "") for name in _ENVIRONMENT)]
    folders = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    try:
        stamps = tree_stamps(root, _SOURCES)
        packages = [installed(Path(folder)) for folder in folders]
        return Inputs(digest_of(tree_digest(root, _SOURCES), *packages, *surroundings, *others), stamps)
    except OSError:
        return Inputs()


def installed(folder: Path) -> bytes:
    """A digest of the packages in a folder of modules, which may be others than the lock names.

    It is made from the names of all modules, and from the lists of files, with their digests, that installers leave.
    Files that were edited after that are not seen. Raises OSError if the folder cannot be read.
    """
    names = sorted(path.name for path in folder.iterdir() if path.name != "__pycache__")
    records = [f"{name}/RECORD" for name in names if name.endswith(".dist-info")]
    return digest_of("\n".join(names), tree_digest(folder, records))


def selection_inputs(root: Path, only: Collection[str], skip: Collection[str]) -> Inputs:
    """The inputs of the findings before rendering, if only some checks run."""
    return inputs(root, json.dumps([sorted(only), sorted(skip)]))


def site_inputs(root: Path, options: BuildOptions) -> Inputs:
    """The inputs of a site that is built with these options."""
    return inputs(root, options.built_on.isoformat(), str(options.preview))


def recorded_findings(root: Path, made_from: Inputs) -> list[Finding] | None:
    """The findings before rendering that were recorded for these inputs, or None."""
    found = Store(root).get("findings", made_from.digest) if made_from.digest else None
    return _findings(json.loads(found)) if found else None


def record_findings(root: Path, made_from: Inputs, findings: list[Finding]) -> None:
    """Record the findings before rendering for these inputs, unless a file has been changed since they were taken."""
    if _still(root, made_from):
        Store(root).put("findings", made_from.digest, json.dumps([asdict(one) for one in findings]).encode())


def recorded_build(root: Path, made_from: Inputs, site: Path) -> list[Finding] | None:
    """The warnings of the build that made this site from these inputs; None if the site is another one."""
    found = Store(root).get("site", made_from.digest) if made_from.digest else None
    if not found:
        return None
    record = json.loads(found)
    return _findings(record["findings"]) if record["site"] == site_digest(site) else None


def record_build(root: Path, made_from: Inputs, site: str, findings: list[Finding]) -> None:
    """Record that the site with this digest was made from these inputs, with these warnings.

    To be called once the site is in its place. Nothing is recorded if a file has been changed since the inputs were
    taken, even if the change was undone: the build may have read either version.
    """
    if site and _still(root, made_from):
        record = {"site": site, "findings": [asdict(one) for one in findings]}
        Store(root).put("site", made_from.digest, json.dumps(record).encode())


def site_digest(site: Path) -> str:
    """A digest of a site; empty if it cannot be read."""
    try:
        return tree_digest(site.resolve(), ("",)).hex() if site.is_dir() else ""
    except (OSError, RuntimeError):  # the latter for a link to itself, until Python 3.12
        return ""


def _still(root: Path, made_from: Inputs) -> bool:
    """Whether no file was changed since these inputs were taken; False if they are empty."""
    try:
        return bool(made_from.digest) and tree_stamps(root, _SOURCES) == made_from.stamps
    except OSError:
        return False


def _findings(recorded: list[dict[str, object]]) -> list[Finding]:
    return [Finding(Place(**one.pop("place")), **one) for one in recorded]  # type: ignore[arg-type]
