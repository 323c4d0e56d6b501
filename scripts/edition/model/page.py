"""A page as it is written: its ids, its marks, its units, and where in the file each of them stands."""

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

# A mark in the text, written as Markdown writes a footnote: [^n4], [^n4, vol. 4, p. 77], [^tc-p10-4], [^pb38].
# The space before it belongs to the mark, not to the author's words.
MARK = re.compile(r"(?P<space> ?)\[\^(?P<id>[^\[\],\n]*)(?:, (?P<locator>[^\[\]\n]+))?\]")
_TAG_OR_MARK = re.compile(rf"</?[A-Za-z][^<>]*>|{MARK.pattern}")
# An attribute list that gives an id: {: #p12 } and {: #results-steppe .by-edition }.
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

    `quotes` are its pairs of quotation marks, the outer pair first; `styles` the styles of citation that it offers,
    `small_words` those that stay small where a style sets titles in capitals; `unbroken` lists the words that no line
    break parts from a number, `before_number` and `after_number`; `foreign_words` those that it writes in letters which
    its alphabet does not have.
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
    """One place of a mark in a page: its id (`n3-b`; for other kinds the mark's own) and where it stands.

    `at` is the place as a character of the body, counted from 0.
    """

    id: str
    key: str
    locator: str
    unit: str
    place: Place
    at: int


@dataclass(frozen=True, eq=False)
class Page:
    """One Markdown file: its language, its name without `.md`, its text as a whole, and where the body begins."""

    locale: Locale
    name: str
    path: str
    meta: Data[dict[str, str]]
    text: str
    body_at: int

    @property
    def title(self) -> str:
        """What the front matter calls the page."""
        return self.meta.values["title"]

    @property
    def description(self) -> str:
        """What the front matter says that the page is about."""
        return self.meta.values["description"]

    @property
    def body(self) -> str:
        """The Markdown without the front matter."""
        return self.text[self.body_at :]

    @cached_property
    def masked(self) -> str:
        """The body with code, comments and escaped signs blanked: whoever looks for Markdown looks here."""
        return masked(self.body)

    def place(self, offset: int) -> Place:
        """The place of a character of the body, counted from 0."""
        offset += self.body_at
        line = bisect_right(self._lines, offset)
        return Place(self.path, line, offset - self._lines[line - 1] + 1)

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def find(self, words: str, unit: str = "", nth: int = 0, after: str = "") -> Place:
        """The place where these words stand for the nth time, counted from 0, in the text of a unit or of the page.

        White space and marks between the words do not count. With `after`, right after that text if they stand there
        at all. The beginning of the unit if they are nowhere in it.
        """
        start, end = self.spans.get(unit, (0, len(self.masked)))
        if after and (found := self.masked.find(after + words, start, end)) != -1:
            return self.place(found + len(after))
        return self._find(words, start, end, nth)

    def find_from(self, place: Place, words: str, nth: int = 0) -> Place:
        """The same from a place of the page on, to the end of its paragraph."""
        start = self._lines[place.line - 1] + place.column - 1 - self.body_at
        end = self.masked.find("\n\n", start)
        return self._find(words, start, end if end != -1 else len(self.masked), nth)

    def _find(self, words: str, start: int, end: int, nth: int) -> Place:
        words = " ".join(words.split())
        if not words:
            return self.place(start)
        pattern = r"(?:\s|\[\^[^\]\n]*\])+".join(map(re.escape, words.split(" ")))
        found = list(re.compile(_whole(words, pattern)).finditer(self.masked, start, end))
        return self.place(found[min(nth, len(found) - 1)].start() if found else start)

    @cached_property
    def given(self) -> list[re.Match[str]]:
        """Every place where the Markdown gives an id; group `id` or `html` holds it."""
        return list(GIVEN_ID.finditer(self.masked))

    @cached_property
    def ids(self) -> dict[str, Place]:
        """The ids that the Markdown gives, each with its first place, in order of place."""
        found: dict[str, Place] = {}
        for match in self.given:
            group = "id" if match["id"] is not None else "html"
            found.setdefault(match[group], self.place(match.start(group)))
        return found

    @cached_property
    def spans(self) -> dict[str, tuple[int, int]]:
        """From where to where in the body the text reaches that each id names."""
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
                # The attribute list stands below its text.
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
        """The marks of the page in order of place."""
        ends = [(match.start(), match["id"] or match["html"]) for match in self.given]
        ends = [(start, name) for start, name in ends if not PART.fullmatch(name or "")]
        starts = [start for start, _ in ends]
        counts: dict[str, int] = {}
        occurrences = []
        for match in marks(self.masked):
            key = match["id"]
            nth = counts[key] = counts.get(key, 0) + 1
            # The attribute list that names a unit stands after its text.
            at = bisect_right(starts, match.start())
            unit = ends[at][1] if at < len(ends) else ""
            name = f"{key}-{letter(nth)}" if NOTE.fullmatch(key) else key
            start = match.start() + len(match["space"])
            occurrences.append(MarkOccurrence(name, key, match["locator"] or "", unit, self.place(start), start))
        return occurrences


def marks(masked: str) -> Iterator[re.Match[str]]:
    """Every mark of a Markdown text whose code and comments are blanked; none in the tags of raw HTML."""
    for match in _TAG_OR_MARK.finditer(masked):
        if match["id"] is not None:
            yield match


def is_text_unit(name: str) -> bool:
    """Whether an id is that of a paragraph, an item or a part of one."""
    return bool(UNIT.fullmatch(name) or PART.fullmatch(name))


def letter(nth: int) -> str:
    """a, b, … z, za, zb …: the letter of the nth place, counted from 1."""
    return "z" * ((nth - 1) // 26) + chr(ord("a") + (nth - 1) % 26)


def _whole(words: str, pattern: str) -> str:
    """The pattern of words so that it matches none within a longer word or number."""
    for sign, guard in ((words[0], "(?<!{}){}"), (words[-1], "{1}(?!{0})")):
        if sign.isalnum():
            pattern = guard.format(r"\d" if sign.isdigit() else r"[^\W\d_]", pattern)
    return pattern
