"""Findings that are known to be right as they are: docs/_data/exceptions.yml, each with its place and its reason.

An exception is for a finding of one code, in one file, whose line or message has certain words. One that applies to
nothing any more is itself a finding, so the list cannot outlive what it was for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from ..findings import Finding, Place, nearest
from ..model.edition import Edition
from ..model.exception_record import ExceptionRecord

CODE = "EXCEPT001"
EXPLANATIONS = {
    CODE: """An exception that applies to nothing, or that cannot be made.

What it allowed has been mended, or stands elsewhere now; left in the list, it would hide the next fault. No exception
is made from the proof of the text, from units, notes and ids, or from a cross-link.

Bad:   {code: WORD001, file: docs/ru/index.md, words: все все, reason: …}, and no «все все» in the file
Good:  the entry deleted
""",
}
# The proof of the text, what holds the languages together, every cross-link, and the exceptions themselves.
_NEVER = ("TEXT", "UNIT", "NOTE", "ID", "ANCHOR", "XREF", "EXCEPT")


def apply(
    edition: Edition, findings: Iterable[Finding], known: Collection[str], not_run: Collection[str] = ()
) -> tuple[list[Finding], list[Finding]]:
    """The findings that no exception is made for; and what is wrong with the exceptions themselves.

    `known` are all codes there are, `not_run` those of checks that have not run, whose exceptions cannot be judged.
    """
    left = list(findings)
    wrong = []
    for entry in edition.exceptions:
        if problem := _refused(entry.code, known):
            wrong.append(Finding(entry.place, CODE, *problem))
            continue
        if entry.code in not_run:
            continue
        meant = [finding for finding in left if _applies(entry, finding, edition.root)]
        if not meant:
            message = f"no {entry.code} in {entry.file} has «{entry.words}» any more"
            wrong.append(Finding(entry.place, CODE, message, "delete the exception"))
        left = [finding for finding in left if finding not in meant]
    return left, wrong


def _refused(code: str, known: Collection[str]) -> tuple[str, str] | None:
    if code not in known:
        return f"no finding has the code {code}", nearest(code, known)
    if code.startswith(_NEVER):
        return f"no exception can be made from {code}", "mend what it finds"
    return None


def _applies(entry: ExceptionRecord, finding: Finding, root: Path) -> bool:
    same = finding.code == entry.code and finding.place.path == entry.file
    return same and any(entry.words in text for text in (finding.message, *_line(root, finding.place)))


def _line(root: Path, place: Place) -> Iterator[str]:
    try:
        yield (root / place.path).read_text(encoding="utf-8").split("\n")[place.line - 1]
    except (OSError, UnicodeDecodeError, IndexError):
        return
