"""Reads text files: UTF-8 with line feeds, or a finding with its place. Nothing is repaired silently."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from ..findings import Finding, LoadError, Place

DATA = "docs/_data"
DEEPEST = 20  # levels; the deepest data file has nine, the deepest page two
MOST_OPENED = 500  # brackets in a paragraph; the article has no more than twenty


# Characters that are not allowed, grouped by what is wrong with them. They are invisible, and a search does not find a
# word that contains one. Zero-width characters are those with the Unicode property Default_Ignorable_Code_Point; to
# these are added the line and paragraph separators (U+2028, U+2029), the blank Braille pattern, non-standard spaces.
_UNSEEN = (
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_UNFIT = (
    (r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]", "a control character", "remove it"),
    (_UNSEEN, "an invisible character", "remove it"),
    (r"[\u1680\u2000-\u200a\u205f\u3000]", "a non-standard space", "use an ordinary space"),
    (
        r"[\ufffd\ufdd0-\ufdef\ue000-\uf8ff\U000f0000-\U0010ffff]",
        "a character without a defined meaning",
        "write the intended character",
    ),
)
_ANY_UNFIT = re.compile("|".join(pattern for pattern, _, _ in _UNFIT))


def stray_links(root: Path, folder: str) -> Iterator[Finding]:
    """The files and folders below a folder of the project that are symbolic links to outside the project."""
    inside = root.resolve()
    for file in sorted((root / folder).rglob("*")):
        if file.is_symlink() and not Path(os.path.realpath(file)).is_relative_to(inside):
            path = file.relative_to(root).as_posix()
            message = "a symbolic link to outside the project"
            yield Finding(Place(path), "FILE010", message, "put the file itself here")


def read_text(root: Path, path: str) -> str:
    """The text of a file of the project. Raises LoadError for anything but UTF-8 with line feeds."""
    try:
        raw = (root / path).read_bytes()
    except OSError as error:
        why = "is missing" if isinstance(error, FileNotFoundError) else f"cannot be read: {error.strerror}"
        raise LoadError([Finding(Place(path), "FILE001", f"the file {why}")]) from None
    try:
        content = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        place = Place(path, before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1)
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        raise LoadError([Finding(place, "FILE002", message, "save the file as UTF-8")]) from None
    wrong = list(_characters(path, content))
    if wrong:
        raise LoadError(wrong)
    if not content.strip():
        raise LoadError([Finding(Place(path), "FILE006", "the file is empty")])
    return content


def _characters(path: str, content: str) -> Iterator[Finding]:
    if content.startswith("\ufeff"):
        yield Finding(Place(path), "FILE003", "the file begins with a byte order mark", "save it as UTF-8 without BOM")
    for code, pattern, message, hint in (
        ("FILE004", r"\r", "the lines end with carriage returns", "save the file with line feeds (LF)"),
        ("FILE005", r"\t", "a tab", "use spaces"),
        *(("FILE007", *unfit) for unfit in _UNFIT),
        ("FILE011", r"(?m)^(?:<{7}|>{7})(?: |$)|^={7}$", "a merge conflict marker", "resolve the conflict"),
    ):
        # A byte order mark at the beginning is already reported.
        if match := re.compile(pattern).search(content, content.startswith("\ufeff")):
            named = f"{message} (U+{ord(match[0]):04X})" if code == "FILE007" else message
            yield Finding(place_at(path, content, match.start()), code, named, hint)
    if not unicodedata.is_normalized("NFC", content):
        parts = re.finditer(r"\w[\u0300-\u036f]+", content)
        apart = (part.start() for part in parts if not unicodedata.is_normalized("NFC", part[0]))
        place = place_at(path, content, next(apart, 0))
        yield Finding(place, "FILE007", "the text is not NFC-normalised", "normalise the text to NFC")


def unfit(text: str) -> tuple[str, str] | None:
    """The message and hint for the first character of a text that is not allowed, or None."""
    if not (found := _ANY_UNFIT.search(text)):
        return None
    message, hint = next((message, hint) for pattern, message, hint in _UNFIT if re.match(pattern, found[0]))
    return f"{message} (U+{ord(found[0]):04X})", hint


def too_intricate(path: str, content: str, start: int) -> Iterator[Finding]:
    """Findings for Markdown, from this offset on, that would take a parser minutes or exceed its limits."""
    for paragraph in re.finditer(r"(?:[^\n]+\n?)+", content[start:]):
        for sign in "[<":
            if paragraph[0].count(sign) > MOST_OPENED:
                opened = [at for at, one in enumerate(paragraph[0]) if one == sign]
                place = place_at(path, content, start + paragraph.start() + opened[MOST_OPENED])
                message = f"more than {MOST_OPENED} times {sign} in one paragraph"
                yield Finding(place, "FILE009", message, "close the brackets, or split the paragraph")
    if match := re.compile(rf"^(?:[ ]*(?:[-*+>]|\d+\.) ?){{{DEEPEST},}}|^ {{{4 * DEEPEST},}}\S", re.MULTILINE).search(
        content, start
    ):
        place = place_at(path, content, match.start())
        yield Finding(place, "FILE009", f"lists or quotations nested more than {DEEPEST} deep", "reduce the nesting")


def place_at(path: str, content: str, offset: int) -> Place:
    """The place of an offset in the text of a file, counted from 0."""
    return Place(path, content.count("\n", 0, offset) + 1, offset - content.rfind("\n", 0, offset))
