"""Recognises what was checked or built before from exactly the same files, so that it is not done again.

Imports nothing that reads an edition: this has to be faster than what it saves.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection
from dataclasses import asdict
from pathlib import Path

from ..findings import Finding, Place
from ..model.build_options import BuildOptions
from ..publish.store import Store, digest_of
from ..publish.tree_digest import tree_digest

# All that checks and sites are made from: the edition, the code, and the packages.
_SOURCES = ("docs", "overrides", "scripts", "mkdocs.yml", "requirements.txt")
_ENVIRONMENT = ("SITE_URL",)  # what mkdocs.yml reads from the environment


def inputs(root: Path, *others: str) -> bytes:
    """A digest of all that checks and sites of a project are made from, and of `others`.

    It is empty if a file cannot be read; then nothing is recognised or recorded.
    """
    surroundings = [sys.version, *(os.environ.get(name, "") for name in _ENVIRONMENT)]
    try:
        return digest_of(tree_digest(root, _SOURCES), *surroundings, *others)
    except OSError:
        return b""


def selection_inputs(root: Path, only: Collection[str], skip: Collection[str]) -> bytes:
    """The inputs of the findings before rendering, if only some checks run."""
    return inputs(root, json.dumps([sorted(only), sorted(skip)]))


def site_inputs(root: Path, options: BuildOptions) -> bytes:
    """The inputs of a site that is built with these options."""
    return inputs(root, options.built_on.isoformat(), str(options.preview))


def recorded_findings(root: Path, made_from: bytes) -> list[Finding] | None:
    """The findings before rendering that were recorded for these inputs, or None."""
    found = Store(root).get("findings", made_from) if made_from else None
    return _findings(json.loads(found)) if found else None


def record_findings(root: Path, made_from: bytes, findings: list[Finding]) -> None:
    """Record the findings before rendering for these inputs."""
    if made_from:
        Store(root).put("findings", made_from, json.dumps([asdict(one) for one in findings]).encode())


def recorded_build(root: Path, made_from: bytes, site: Path) -> list[Finding] | None:
    """The warnings of the build that made this site from these inputs; None if the site is another one."""
    found = Store(root).get("site", made_from) if made_from else None
    if not found:
        return None
    record = json.loads(found)
    return _findings(record["findings"]) if record["site"] == _digest(site) else None


def record_build(root: Path, made_from: bytes, site: Path, findings: list[Finding]) -> None:
    """Record that this site was made from these inputs, with these warnings."""
    if made_from and (digest := _digest(site)):
        record = {"site": digest, "findings": [asdict(one) for one in findings]}
        Store(root).put("site", made_from, json.dumps(record).encode())


def _digest(site: Path) -> str:
    """A digest of a site; empty if it cannot be read."""
    try:
        return tree_digest(site.resolve(), ("",)).hex() if site.is_dir() else ""
    except (OSError, RuntimeError):  # the latter for a link to itself, until Python 3.12
        return ""


def _findings(recorded: list[dict[str, object]]) -> list[Finding]:
    return [Finding(Place(**one.pop("place")), **one) for one in recorded]  # type: ignore[arg-type]
