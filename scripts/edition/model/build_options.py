"""Options that may differ between builds of the same files."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime


def _today() -> date:
    return datetime.now(UTC).date()


@dataclass(frozen=True)
class BuildOptions:
    """The output format of findings (a key of `gate.report.FORMATS`), and the build date that the site shows."""

    findings_format: str = "text"
    built_on: date = field(default_factory=_today)
