"""How findings are printed. One function a form; `text` is for people, `github` marks lines in a pull request."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

from .findings import Finding


def text(findings: Sequence[Finding]) -> str:
    """One finding a line, `file:line:column  CODE  sentence`, and its hint indented below."""
    lines = []
    for finding in findings:
        lines.append(f"{finding.place}  {finding.code}  {finding.message}")
        if finding.hint:
            lines.append(f"    hint: {finding.hint}")
    return "\n".join(lines)


def github(findings: Sequence[Finding]) -> str:
    """Workflow commands as GitHub Actions reads them, one finding a line."""
    lines = []
    for finding in findings:
        place = finding.place
        message = finding.message + (f" Hint: {finding.hint}" if finding.hint else "")
        message = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        lines.append(f"::error file={place.path},line={place.line},col={place.column},title={finding.code}::{message}")
    return "\n".join(lines)


def as_json(findings: Sequence[Finding]) -> str:
    """A JSON list with one object a finding: place (path, line, column), code, message, hint."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {"text": text, "github": github, "json": as_json}
