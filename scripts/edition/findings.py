"""Problems that checks report, each at a place; with the code of its check, a problem becomes a finding."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file of the project: path from its root with `/`, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """What a check reports: the place, one sentence on what is wrong, and a hint for correcting it, or none."""

    place: Place
    message: str
    hint: str = ""


@dataclass(frozen=True, order=True)
class Finding:
    """A problem with the code of the check that found it. Findings sort by place.

    A warning is reported, but does not stop the build.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    warning: bool = False


class LoadError(Exception):
    """A file cannot be loaded. Carries the findings that say why."""

    def __init__(self, findings: Iterable[Finding]):
        self.findings = sorted(set(findings))
        super().__init__("; ".join(f"{finding.place}: {finding.message}" for finding in self.findings))


def nearest(wanted: str, known: Iterable[str], prefix: str = "") -> str:
    """A hint with the most similar known name, or an empty string if none is similar."""
    found = difflib.get_close_matches(wanted, list(known), n=1, cutoff=0.5)
    return f"did you mean {prefix}{found[0]}?" if found else ""
