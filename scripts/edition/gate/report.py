"""Formats findings for printing: `text` for people, `github` to annotate a pull request, `json` for other programs."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from ..findings import Finding, Place

_BOLD, _RED, _YELLOW, _DIM, _PLAIN = "\033[1m", "\033[31m", "\033[33m", "\033[2m", "\033[0m"
_WIDEST = 100  # characters shown of a faulty line


def format_text(findings: Sequence[Finding]) -> str:
    """One finding per line, `file:line:column  CODE  message`, with its hint indented below."""
    lines = []
    for finding in findings:
        kind = "warning: " if finding.warning else ""
        lines.append(f"{finding.place}  {finding.code}  {kind}{finding.message}")
        if finding.hint:
            lines.append(f"    hint: {finding.hint}")
    return "\n".join(lines)


def format_terminal(findings: Sequence[Finding], root: Path, colour: bool) -> str:
    """Like `format_text`, with each faulty line and a caret below the fault, in colour if `colour` is set.

    Places are relative to `root`. A line that no longer exists is omitted.
    """

    def painted(text: str, *paint: str) -> str:
        return "".join([*paint, text, _PLAIN]) if colour else text

    lines = []
    for finding in findings:
        kind, paint = ("warning: ", _YELLOW) if finding.warning else ("", _RED)
        code = painted(finding.code, _BOLD, paint)
        lines.append(f"{painted(str(finding.place), _BOLD)}  {code}  {kind}{finding.message}")
        for excerpt, caret in _excerpt(root, finding.place):
            lines += [f"    {excerpt}", f"    {painted(caret, paint)}"]
        if finding.hint:
            lines.append(f"    {painted('hint:', _DIM)} {finding.hint}")
    return "\n".join(lines)


def format_github(findings: Sequence[Finding]) -> str:
    """Workflow commands of GitHub Actions, one finding per line."""
    lines = []
    for finding in findings:
        place = finding.place
        kind = "warning" if finding.warning else "error"
        message = _escape(finding.message + (f" Hint: {finding.hint}" if finding.hint else ""))
        path = _escape(place.path).replace(":", "%3A").replace(",", "%2C")
        lines.append(f"::{kind} file={path},line={place.line},col={place.column},title={finding.code}::{message}")
    return "\n".join(lines)


def format_json(findings: Sequence[Finding]) -> str:
    """A JSON list with one object per finding: place (path, line, column), code, message, hint, warning."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "text": format_text,
    "github": format_github,
    "json": format_json,
}


def show(findings: Sequence[Finding], form: str, root: Path, stream: TextIO) -> None:
    """Print findings in a format (`text`, `github`, `json`); text on a terminal has the faulty lines and colour.

    There is no colour if NO_COLOR is set (https://no-color.org) or the terminal is dumb.
    """
    if form == "text" and stream.isatty():
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        print(format_terminal(findings, root, not plain), file=stream, flush=True)
    else:
        print(FORMATS[form](findings), file=stream, flush=True)


def _escape(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _excerpt(root: Path, place: Place) -> list[tuple[str, str]]:
    """The line of a place, shortened to fit a terminal, and the line with the caret to print below it."""
    try:
        line = (root / place.path).read_text(encoding="utf-8").split("\n")[place.line - 1]
    except (OSError, UnicodeDecodeError, IndexError):
        return []
    if not line.strip() or not line.isprintable():
        return []
    at = min(place.column - 1, len(line))
    start = max(0, at - _WIDEST // 2) if len(line) > _WIDEST else 0
    excerpt = line[start : start + _WIDEST]
    before, after = "… " if start else "", " …" if start + _WIDEST < len(line) else ""
    return [(f"{before}{excerpt}{after}", " " * (len(before) + at - start) + "^")]
