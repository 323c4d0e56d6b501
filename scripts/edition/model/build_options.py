"""What may differ from one build of the same files to the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime


def _today() -> date:
    return datetime.now(UTC).date()


@dataclass(frozen=True)
class BuildOptions:
    """How findings are printed (a key of `gate.report.FORMATS`), and the day that the site says it was built on."""

    findings_format: str = "text"
    built_on: date = field(default_factory=_today)
