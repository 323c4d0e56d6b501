"""How findings are printed. One function a form; `text` is for people, `github` marks lines in a pull request."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from ..findings import Finding, Place

_BOLD, _RED, _YELLOW, _DIM, _PLAIN = "\033[1m", "\033[31m", "\033[33m", "\033[2m", "\033[0m"
_WIDEST = 100  # characters of a faulty line that are shown


def format_text(findings: Sequence[Finding]) -> str:
    """One finding a line, `file:line:column  CODE  sentence`, and its hint indented below."""
    lines = []
    for finding in findings:
        kind = "warning: " if finding.warning else ""
        lines.append(f"{finding.place}  {finding.code}  {kind}{finding.message}")
        if finding.hint:
            lines.append(f"    hint: {finding.hint}")
    return "\n".join(lines)


def format_terminal(findings: Sequence[Finding], root: Path, colour: bool) -> str:
    """As `format_text`, with the faulty line of each finding and a caret under the fault; colours if wanted.

    `root` is the folder that the places are counted from. A line that is no longer there is left out.
    """

    def painted(words: str, *paint: str) -> str:
        return "".join([*paint, words, _PLAIN]) if colour else words

    lines = []
    for finding in findings:
        kind, paint = ("warning: ", _YELLOW) if finding.warning else ("", _RED)
        code = painted(finding.code, _BOLD, paint)
        lines.append(f"{painted(str(finding.place), _BOLD)}  {code}  {kind}{finding.message}")
        for shown, caret in _excerpt(root, finding.place):
            lines += [f"    {shown}", f"    {painted(caret, paint)}"]
        if finding.hint:
            lines.append(f"    {painted('hint:', _DIM)} {finding.hint}")
    return "\n".join(lines)


def format_github(findings: Sequence[Finding]) -> str:
    """Workflow commands as GitHub Actions reads them, one finding a line."""
    lines = []
    for finding in findings:
        place = finding.place
        kind = "warning" if finding.warning else "error"
        message = _escape(finding.message + (f" Hint: {finding.hint}" if finding.hint else ""))
        path = _escape(place.path).replace(":", "%3A").replace(",", "%2C")
        lines.append(f"::{kind} file={path},line={place.line},col={place.column},title={finding.code}::{message}")
    return "\n".join(lines)


def format_json(findings: Sequence[Finding]) -> str:
    """A JSON list with one object a finding: place (path, line, column), code, message, hint, warning."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "text": format_text,
    "github": format_github,
    "json": format_json,
}


def show(findings: Sequence[Finding], form: str, root: Path, stream: TextIO) -> None:
    """Print findings in a form (`text`, `github`, `json`); on a terminal with the faulty line, and in colour.

    Colour is left out where NO_COLOR is set (https://no-color.org) or the terminal is a dumb one.
    """
    if form == "text" and stream.isatty():
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        print(format_terminal(findings, root, not plain), file=stream, flush=True)
    else:
        print(FORMATS[form](findings), file=stream, flush=True)


def _escape(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _excerpt(root: Path, place: Place) -> list[tuple[str, str]]:
    """The line of a place, cut to what can be seen at once, with the caret for the line below it."""
    try:
        line = (root / place.path).read_text(encoding="utf-8").split("\n")[place.line - 1]
    except (OSError, UnicodeDecodeError, IndexError):
        return []
    if not line.strip() or not line.isprintable():
        return []
    at = min(place.column - 1, len(line))
    start = max(0, at - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = line[start : start + _WIDEST]
    before, after = "… " if start else "", " …" if start + _WIDEST < len(line) else ""
    return [(f"{before}{shown}{after}", " " * (len(before) + at - start) + "^")]
