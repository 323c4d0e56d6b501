"""Findings that are accepted as they are: docs/_data/exceptions.yml, each with its place and its reason.

An exception matches one code in one file, where the line or the message contains certain words. An exception that
matches nothing is itself a finding, so the list cannot become stale.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache, partial
from pathlib import Path

from ..findings import Finding, nearest
from ..model.edition import Edition
from ..model.exception_record import ExceptionRecord

CODE = "EXCEPT001"
EXPLANATIONS = {
    CODE: """An exception matches nothing, or is not allowed.

What it accepted has been corrected or moved; left in the list, it would hide the next fault. Exceptions are not
allowed for the comparison with the source, for units, notes and ids, or for cross-links.

Bad:   {code: WORD001, file: docs/ru/index.md, words: все все, reason: …}, but no «все все» in the file
Good:  the entry deleted
""",
}
# The comparison with the source, the structure that all languages share, cross-links, and the exceptions themselves.
_NEVER = ("TEXT", "UNIT", "NOTE", "ID", "ANCHOR", "XREF", "EXCEPT")


def apply(
    edition: Edition, findings: Iterable[Finding], known: Collection[str], not_run: Collection[str] = ()
) -> tuple[list[Finding], list[Finding]]:
    """The findings without those that an exception accepts, and the findings about the exceptions themselves.

    `known` are all codes, `not_run` those of checks that did not run: whether their exceptions still match is unknown.
    """
    remaining = set(findings)
    wrong = []
    # The exceptions are as many as there are findings: each is compared only with those of its code and file.
    alike: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in remaining:
        alike[finding.code, finding.place.path].append(finding)
    lines = cache(partial(_lines, edition.root))
    for entry in edition.exceptions:
        if problem := _not_allowed(entry.code, known):
            wrong.append(Finding(entry.place, CODE, *problem))
            continue
        if entry.code in not_run:
            continue
        matching = {
            finding
            for finding in alike[entry.code, entry.file]
            if finding in remaining and _matches(entry, finding, lines(entry.file))
        }
        if not matching:
            message = f"no {entry.code} in {entry.file} contains «{entry.words}»"
            wrong.append(Finding(entry.place, CODE, message, "delete the exception"))
        remaining -= matching
    return sorted(remaining), wrong


def _not_allowed(code: str, known: Collection[str]) -> tuple[str, str] | None:
    if code not in known:
        return f"code {code} does not exist", nearest(code, known)
    if code.startswith(_NEVER):
        return f"exceptions from {code} are not allowed", "correct what it finds"
    return None


def _matches(entry: ExceptionRecord, finding: Finding, lines: list[str]) -> bool:
    return entry.words in finding.message or entry.words in "".join(lines[finding.place.line - 1 : finding.place.line])


def _lines(root: Path, path: str) -> list[str]:
    """The lines of a file; none if it cannot be read."""
    try:
        return (root / path).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return []
