"""Options that may differ between builds of the same files."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path


def _today() -> date:
    return datetime.now(UTC).date()


@dataclass(frozen=True)
class Inputs:
    """All that a run is made from: a digest of it, and of the times at which its files were last changed."""

    digest: bytes = b""
    stamps: bytes = b""


@dataclass(frozen=True)
class BuildOptions:
    """The output format of findings (a key of `gate.report.FORMATS`), and the build date that the site shows.

    `preview` leaves out what only a published site needs. `made_from` are all inputs, by which the site is
    recognised if nothing has changed (`gate.unchanged`); empty if it is not to be recognised. `parallel` allows copies
    of this process on other cores, which only a process without threads may have.
    """

    findings_format: str = "text"
    built_on: date = field(default_factory=_today)
    preview: bool = False
    made_from: Inputs = Inputs()
    parallel: bool = False


def build_date(root: Path) -> date:
    """The date in UTC: SOURCE_DATE_EPOCH (https://reproducible-builds.org), or the last commit, or today.

    Raises ValueError if SOURCE_DATE_EPOCH is not a time.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or _last_commit(root) or time.time()
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError(f"SOURCE_DATE_EPOCH is not a time in seconds since 1970: {error}") from None


def _last_commit(root: Path) -> str:
    """The time of the last commit in seconds since 1970, so that a commit always builds the same site."""
    git = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(git, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
