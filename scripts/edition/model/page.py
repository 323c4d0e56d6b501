"""A page's Markdown source: its ids, marks and units, each with its place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest

from ..findings import Place
from .literal_masking import masked
from .yaml_data import Data

# A mark in the text, in Markdown's footnote syntax: [^n4], [^n4, vol. 4, p. 77], [^tc-p10-4], [^pb38].
# A preceding space belongs to the mark, not to the author's text.
MARK = re.compile(r"(?P<space> ?)\[\^(?P<id>[^\[\],\n]*)(?:, (?P<locator>[^\[\]\n]+))?\]")
_TAG_OR_MARK = re.compile(rf"</?[A-Za-z][^<>]*>|{MARK.pattern}")
# An attribute list with an id, {: #p12 } or {: #results-steppe .by-edition }, or an HTML id attribute.
GIVEN_ID = re.compile(
    r"\{:?[^{}\n]*?#(?P<id>[^\s{}]+)[^{}\n]*\}|(?<![\w-])id\s*=\s*(?P<quote>[\"'])(?P<html>.*?)(?P=quote)"
)
UNIT = re.compile(r"p(?P<number>\d+[a-z]?)")
PART = re.compile(r"p\d+[a-z]?-\d+")
NOTE = re.compile(r"n\d+")
PAGE_BREAK = re.compile(r"pb(?P<number>\d+)")


@dataclass(frozen=True)
class Locale:
    """A language of the edition. `code` is its BCP 47 tag and its folder; the original has no folder in addresses.

    `quotes` are its pairs of quotation marks, the outer pair first; `styles` the citation styles that it offers;
    `small_words` the words that stay lower-case where a style capitalizes titles; `unbroken` the words that must not
    be separated from a number by a line break, under `before_number` and `after_number`; `foreign_words` the words
    written in letters that are not in its alphabet.
    """

    code: str
    name: str
    short: str
    cldr: str
    quotes: tuple[tuple[str, str], ...] = ()
    original: bool = False
    styles: tuple[str, ...] = ()
    small_words: tuple[str, ...] = ()
    unbroken: dict[str, list[str]] = field(default_factory=dict, hash=False)
    foreign_words: tuple[str, ...] = ()


@dataclass(frozen=True)
class MarkOccurrence:
    """One occurrence of a mark in a page: its id (`n3-b` for notes; other kinds keep the mark's own) and its place.

    `at` is its offset in the body, counted from 0.
    """

    id: str
    key: str
    locator: str
    unit: str
    place: Place
    at: int


@dataclass(frozen=True, eq=False)
class Page:
    """One Markdown file: its language, its name without `.md`, its full text, and the offset of the body."""

    locale: Locale
    name: str
    path: str
    meta: Data[dict[str, str]]
    text: str
    body_at: int

    @property
    def title(self) -> str:
        """The title in the front matter."""
        return self.meta.values["title"]

    @property
    def description(self) -> str:
        """The description in the front matter."""
        return self.meta.values["description"]

    @property
    def body(self) -> str:
        """The Markdown after the front matter."""
        return self.text[self.body_at :]

    @cached_property
    def masked(self) -> str:
        """The body with code, comments and escaped characters blanked: the text in which to look for Markdown."""
        return masked(self.body)

    def place(self, offset: int) -> Place:
        """The place in the file of an offset in the body, counted from 0."""
        offset += self.body_at
        line = bisect_right(self._lines, offset)
        return Place(self.path, line, offset - self._lines[line - 1] + 1)

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def find(self, words: str, unit: str = "", nth: int = 0, after: str = "") -> Place:
        """The place of the nth occurrence of these words, counted from 0, in a unit or in the whole page.

        White space and marks between the words are ignored. With `after`, an occurrence right after that text takes
        precedence. If the words do not occur, the place is the beginning of the unit.
        """
        start, end = self.spans.get(unit, (0, len(self.masked)))
        if after and (found := self.masked.find(after + words, start, end)) != -1:
            return self.place(found + len(after))
        return self._find(words, start, end, nth)

    def find_from(self, place: Place, words: str, nth: int = 0) -> Place:
        """Like `find`, but from a place in the page to the end of its paragraph."""
        start = self._lines[place.line - 1] + place.column - 1 - self.body_at
        end = self.masked.find("\n\n", start)
        return self._find(words, start, end if end != -1 else len(self.masked), nth)

    def _find(self, words: str, start: int, end: int, nth: int) -> Place:
        words = " ".join(words.split())
        if not words:
            return self.place(start)
        found = self._found.get((words, start, end))
        if found is None:
            pattern = r"(?:\s|\[\^[^\]\n]*\])+".join(map(re.escape, words.split(" ")))
            matches = re.compile(_whole(words, pattern)).finditer(self.masked, start, end)
            found = self._found[words, start, end] = [match.start() for match in matches]
        return self.place(found[min(nth, len(found) - 1)] if found else start)

    @cached_property
    def _found(self) -> dict[tuple[str, int, int], list[int]]:
        """Where words start that were looked for between two offsets: checks ask for each occurrence in turn."""
        return {}

    @cached_property
    def given(self) -> list[re.Match[str]]:
        """Every definition of an id in the Markdown; the id is in group `id` or `html`."""
        return list(GIVEN_ID.finditer(self.masked))

    @cached_property
    def ids(self) -> dict[str, Place]:
        """The ids defined in the Markdown, each with the place of its first definition, in text order."""
        found: dict[str, Place] = {}
        for match in self.given:
            group = "id" if match["id"] is not None else "html"
            found.setdefault(match[group], self.place(match.start(group)))
        return found

    @cached_property
    def spans(self) -> dict[str, tuple[int, int]]:
        """The start and end offsets in the body of the text that each id names."""
        found: dict[str, tuple[int, int]] = {}
        for match, following in zip_longest(self.given, self.given[1:]):
            if match["html"] is not None:
                blank = self.masked.find("\n\n", match.end())
                ends = [end for end in (blank, following.start() if following else -1) if end != -1]
                found.setdefault(match["html"], (match.end(), min(ends, default=len(self.masked))))
                continue
            start = self.masked.rfind("\n", 0, match.start()) + 1
            end = self.masked.find("\n", match.end())
            end = len(self.masked) if end == -1 else end
            if not self.masked[start : match.start()].strip():
                # The attribute list is below its text.
                end = start
                while start > 0:
                    above = self.masked.rfind("\n", 0, start - 1) + 1
                    line = self.masked[above : start - 1]
                    if not line.strip() or line.strip().startswith("{:"):
                        break
                    start = above
                    if re.match(r"\s*(?:[-*+]|\d+\.)\s", line):
                        break
            found.setdefault(match["id"], (start, end))
        return found

    @cached_property
    def occurrences(self) -> list[MarkOccurrence]:
        """The marks of the page, in text order."""
        ends = [(match.start(), match["id"] or match["html"]) for match in self.given]
        ends = [(start, name) for start, name in ends if not PART.fullmatch(name or "")]
        starts = [start for start, _ in ends]
        counts: dict[str, int] = {}
        occurrences = []
        for match in marks(self.masked):
            key = match["id"]
            nth = counts[key] = counts.get(key, 0) + 1
            # The attribute list that names a unit follows its text.
            at = bisect_right(starts, match.start())
            unit = ends[at][1] if at < len(ends) else ""
            name = f"{key}-{letter(nth)}" if NOTE.fullmatch(key) else key
            start = match.start() + len(match["space"])
            occurrences.append(MarkOccurrence(name, key, match["locator"] or "", unit, self.place(start), start))
        return occurrences


def marks(masked: str) -> Iterator[re.Match[str]]:
    """Every mark in Markdown whose code and comments are blanked, except inside tags of raw HTML."""
    for match in _TAG_OR_MARK.finditer(masked):
        if match["id"] is not None:
            yield match


def is_text_unit(name: str) -> bool:
    """Whether the id names a paragraph, a list item or a part of one."""
    return bool(UNIT.fullmatch(name) or PART.fullmatch(name))


def letter(nth: int) -> str:
    """The letter of the nth occurrence, counted from 1: a, b, … z, za, zb …"""
    return "z" * ((nth - 1) // 26) + chr(ord("a") + (nth - 1) % 26)


def _whole(words: str, pattern: str) -> str:
    """The pattern, guarded so that it does not match inside a longer word or number."""
    for sign, guard in ((words[0], "(?<!{}){}"), (words[-1], "{1}(?!{0})")):
        if sign.isalnum():
            pattern = guard.format(r"\d" if sign.isdigit() else r"[^\W\d_]", pattern)
    return pattern
