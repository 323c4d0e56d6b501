"""The SHA-256 digests of all other files in the folder, as `sha256sum --check` reads them: `files/SHA256SUMS`."""

from __future__ import annotations

import hashlib

from ..model.edition import Edition
from . import files

PATH = f"{files.FOLDER}/SHA256SUMS"


def paths(_edition: Edition) -> list[str]:
    """The one path."""
    return [PATH]


def content(edition: Edition, _path: str) -> str:
    """A line for each file, by name."""
    others = sorted(path for path in files.paths(edition) if path.startswith(f"{files.FOLDER}/") and path != PATH)
    digests = ((hashlib.sha256(files.content(edition, path)).hexdigest(), path) for path in others)
    return "".join(f"{digest}  {path.removeprefix(f'{files.FOLDER}/')}\n" for digest, path in digests)
