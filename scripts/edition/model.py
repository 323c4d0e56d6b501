"""The edition as one value: its languages, its pages, its data, and the addresses by which all is linked."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import zip_longest
from pathlib import Path
from typing import Any

import markdown
from babel import Locale as Babel
from babel import UnknownLocaleError

from . import load
from .dates import Span, parse, show
from .findings import Finding, Place, Unreadable
from .masking import masked

DATA = "docs/_data"
ASSETS = "overrides/assets"
ARTICLE = "index"
# What MkDocs puts before the extensions that mkdocs.yml names.
BUILT_IN = ("toc", "tables", "fenced_code")

# A mark in the text, written as Markdown writes a footnote: [^n4], [^n4, vol. 4, p. 77], [^tc-p10-4], [^pb38].
# The space before it belongs to the mark, not to the author's words.
MARK = re.compile(r"(?P<space> ?)\[\^(?P<id>[^\[\],\n]*)(?:, (?P<locator>[^\[\]\n]+))?\]")
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

    `quotes` are its pairs of quotation marks, the outer pair first.
    """

    code: str
    name: str
    short: str
    cldr: str
    quotes: tuple[str, ...] = ()
    original: bool = False


@dataclass(frozen=True)
class Use:
    """One place of a mark in a page: its id (`n3-b`; for other kinds the mark's own) and where it stands."""

    id: str
    key: str
    locator: str
    unit: str
    place: Place


@dataclass(frozen=True, eq=False)
class Page:
    """One Markdown file: its language, its name without `.md`, its text as a whole, and where the body begins."""

    locale: Locale
    name: str
    path: str
    meta: load.Data
    text: str
    body_at: int

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
    def given(self) -> list[re.Match]:
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
    def uses(self) -> list[Use]:
        """The marks of the page in order of place."""
        ends = [(match.start(), match["id"] or match["html"]) for match in self.given]
        ends = [(start, name) for start, name in ends if not PART.fullmatch(name or "")]
        starts = [start for start, _ in ends]
        counts: dict[str, int] = {}
        uses = []
        for match in MARK.finditer(self.masked):
            key = match["id"]
            nth = counts[key] = counts.get(key, 0) + 1
            # The attribute list that names a unit stands after its text.
            at = bisect_right(starts, match.start())
            unit = ends[at][1] if at < len(ends) else ""
            name = f"{key}-{letter(nth)}" if NOTE.fullmatch(key) else key
            start = match.start() + len(match["space"])
            uses.append(Use(name, key, match["locator"] or "", unit, self.place(start)))
        return uses


@dataclass(frozen=True)
class Event:
    """A dated statement of the text: what happened, when, and which paragraphs say so in which words.

    `place` is where the data give it, `dated` where they give its date.
    """

    id: str
    span: Span | None
    label: dict[str, str]
    says: tuple[tuple[str, str], ...]
    place: Place
    dated: Place
    shown: dict[str, str] | None = None
    note: dict[str, str] | None = None
    planned: bool = False


@dataclass(frozen=True)
class Period(Event):
    """A stretch of time that the author himself delimits, with the events he tells within it."""

    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Part:
    """A part of the timeline: the author's periods with their events, and the events outside of any."""

    id: str
    label: dict[str, str]
    periods: tuple[Period, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, eq=False)
class Edition:
    """Everything that is known before anything is rendered."""

    root: Path
    facts: load.Data
    strings: load.Data
    references: load.Data
    timeline: load.Data
    glossary: load.Data
    emendations: load.Data
    translations: load.Data
    exceptions: load.Data
    source: str
    anchors: tuple[tuple[str, Place], ...]
    locales: tuple[Locale, ...]
    pages: dict[tuple[str, str], Page] = field(repr=False)
    settings: dict[str, Any] = field(repr=False)
    # Keys of words that were asked for and are not there; a check of the site reports them.
    missed: set[str] = field(default_factory=set, repr=False)

    @property
    def original(self) -> Locale:
        """The language the author wrote in."""
        return next(locale for locale in self.locales if locale.original)

    @property
    def names(self) -> list[str]:
        """The names of the pages, in the order of the navigation."""
        return list(self.facts.values["pages"])

    def locale(self, code: str) -> Locale:
        """The language with this code. Raises KeyError if the edition has none such."""
        for locale in self.locales:
            if locale.code == code:
                return locale
        raise KeyError(code)

    def article(self, locale: Locale) -> Page:
        """The page with the article in this language."""
        return self.pages[locale.code, ARTICLE]

    @property
    def site_url(self) -> str:
        """The address that the edition is published at; empty if it is not known."""
        return str(self.settings.get("site_url") or "")

    @cached_property
    def page_at(self) -> dict[str, Page]:
        """The pages by the path of their file from the root of the project."""
        return {page.path: page for page in self.pages.values()}

    @cached_property
    def page_by_address(self) -> dict[str, Page]:
        """The pages by their address below the root of the site, without a slash at the end."""
        return {address(page.locale, page.name).rstrip("/"): page for page in self.pages.values()}

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file below docs/ that is published, by its path from the root of the project."""
        found = (path.relative_to(self.root).as_posix() for path in (self.root / "docs").rglob("*") if path.is_file())
        return frozenset(path for path in found if not path.startswith(f"{DATA}/"))

    @cached_property
    def files_in_small(self) -> dict[str, str]:
        """The files by their path in small letters, to find those that are named with the wrong ones."""
        return {path.lower(): path for path in sorted(self.files)}

    @cached_property
    def made(self) -> frozenset[str]:
        """The paths below the root of the site that the build makes or copies beside the pages and docs/."""
        assets = (self.root / ASSETS).rglob("*")
        copied = (path.relative_to(self.root / "overrides").as_posix() for path in assets if path.is_file())
        return frozenset({*copied, "404.html", *(["sitemap.xml"] if self.site_url else [])})

    def word(self, key: str, locale: Locale, **values: object) -> str:
        """The interface word for a key of strings.yml in this language, with `{name}` places filled in."""
        if key not in self.strings.values:
            self.missed.add(key)
        pattern = self.strings.values.get(key, {}).get(locale.code, key)
        for name, value in values.items():
            pattern = pattern.replace(f"{{{name}}}", str(value))
        return pattern

    def date(self, span: Span, locale: Locale) -> str:
        """A date in words of this language."""
        return show(span, locale.cldr, lambda key: self.word(key, locale))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The timeline. Dates that are none are left out here; a check reports them."""
        return tuple(
            Part(
                part["id"],
                part["label"],
                tuple(
                    self._event(
                        period,
                        ("parts", at, "periods", index),
                        Period,
                        events=self._events(period.get("events", ()), ("parts", at, "periods", index, "events")),
                    )
                    for index, period in enumerate(part.get("periods", ()))
                ),
                self._events(part.get("events", ()), ("parts", at, "events")),
            )
            for at, part in enumerate(self.timeline.values["parts"])
        )

    @property
    def events(self) -> Iterator[Event]:
        """Every period and event of the timeline, in the order in which it shows them."""
        for part in self.parts:
            for period in part.periods:
                yield period
                yield from period.events
            yield from part.events

    @cached_property
    def events_of(self) -> dict[str, list[Event]]:
        """The events that each unit tells, by the unit's id."""
        told: dict[str, list[Event]] = {}
        for event in self.events:
            for unit in dict.fromkeys(unit for unit, _ in event.says):
                told.setdefault(unit, []).append(event)
        return told

    def _events(self, written: Any, key: load.Key) -> tuple[Event, ...]:
        return tuple(self._event(event, (*key, index)) for index, event in enumerate(written))

    def _event(self, written: dict[str, Any], key: load.Key, kind: type = Event, **more: Any) -> Any:
        try:
            span = parse(str(written["date"])) if written.get("date") is not None else None
        except ValueError:
            span = None
        return kind(
            id=written["id"],
            span=span,
            label=written["label"],
            says=tuple((said["unit"], said["written"]) for said in written["says"]),
            place=self.timeline.place(*key, "id"),
            dated=self.timeline.place(*key, "date"),
            shown=written.get("shown"),
            note=written.get("note"),
            planned=written.get("planned", False),
            **more,
        )


def _whole(words: str, pattern: str) -> str:
    """The pattern of words so that it matches none within a longer word or number."""
    for sign, guard in ((words[0], "(?<!{}){}"), (words[-1], "{1}(?!{0})")):
        if sign.isalnum():
            pattern = guard.format(r"\d" if sign.isdigit() else r"[^\W\d_]", pattern)
    return pattern


def is_text_unit(name: str) -> bool:
    """Whether an id is that of a paragraph, an item or a part of one."""
    return bool(UNIT.fullmatch(name) or PART.fullmatch(name))


def letter(nth: int) -> str:
    """a, b, … z, za, zb …: the letter of the nth place, counted from 1."""
    return "z" * ((nth - 1) // 26) + chr(ord("a") + (nth - 1) % 26)


def address(locale: Locale, name: str) -> str:
    """The address of a page below the root of the site, without a leading slash: ``, `ru/timeline/`."""
    folder = "" if locale.original else f"{locale.code}/"
    return folder if name == ARTICLE else f"{folder}{name}/"


@cache
def link(here: str, there: str, anchor: str = "") -> str:
    """The relative address that leads from one address below the root to another."""
    path = ""
    if here != there:
        path = posixpath.relpath(f"/{there}", f"/{here}")
        path = f"{path}/" if path != "." else "./"
    return f"{path}#{anchor}" if anchor else path or "./"


def read(root: Path) -> Edition:
    """Read the whole edition. Raises Unreadable with everything that cannot be read, all at once."""
    wrong: list[Finding] = []

    def try_to(reading: Any, *arguments: Any) -> Any:
        try:
            return reading(root, *arguments)
        except Unreadable as error:
            wrong.extend(error.findings)
            return None

    wrong += [finding for folder in ("docs", "overrides") for finding in load.stray_links(root, folder)]
    if wrong:
        raise Unreadable(wrong)
    names = ("edition", "strings", "references", "timeline", "glossary", "emendations", "translations", "exceptions")
    data = {name: try_to(load.data, f"{DATA}/{name}.yml", name) for name in names}
    source = try_to(load.text, f"{DATA}/source.txt")
    anchors = try_to(_anchors)
    settings = try_to(load.data, "mkdocs.yml", "mkdocs")
    facts = data["edition"]
    locales: tuple[Locale, ...] = ()
    pages: dict[tuple[str, str], Page] = {}
    if facts:
        locales = tuple(_locale(code, values) for code, values in facts.values["locales"].items())
        if [locale.original for locale in locales].count(True) != 1:
            place = facts.place("locales")
            wrong.append(Finding(place, "YAML006", "exactly one language must be marked original: true"))
        for locale in locales:
            try:
                Babel.parse(locale.cldr)
            except (ValueError, UnknownLocaleError):
                place = facts.place("locales", locale.code, "cldr")
                wrong.append(Finding(place, "YAML005", f"cldr: the CLDR knows no language {locale.cldr}"))
            for name in facts.values["pages"]:
                if page := try_to(_page, locale, name):
                    pages[locale.code, name] = page
    if settings:
        try:
            markdown.Markdown(**extensions(settings.values))
        except Exception as error:  # whatever an extension raises at its name or options
            place = settings.place("markdown_extensions")
            wrong.append(Finding(place, "YAML005", f"markdown_extensions: Python-Markdown refuses them: {error}"))
    if wrong:
        raise Unreadable(wrong)
    return Edition(
        root=root,
        facts=facts,
        strings=data["strings"],
        references=data["references"],
        timeline=data["timeline"],
        glossary=data["glossary"],
        emendations=data["emendations"],
        translations=data["translations"],
        exceptions=data["exceptions"],
        source=source,
        anchors=anchors,
        locales=locales,
        pages=pages,
        settings=settings.values,
    )


def _locale(code: str, values: dict[str, Any]) -> Locale:
    return Locale(code, **{**values, "quotes": tuple(values["quotes"])})


def extensions(settings: dict[str, Any]) -> dict[str, Any]:
    """The arguments of `markdown.Markdown` for what mkdocs.yml names, with what MkDocs puts before."""
    options: dict[str, dict[str, Any]] = {name: {} for name in BUILT_IN}
    for entry in settings["markdown_extensions"]:
        options.update({entry: {}} if isinstance(entry, str) else {name: value or {} for name, value in entry.items()})
    return {"extensions": list(options), "extension_configs": options}


def _anchors(root: Path) -> tuple[tuple[str, Place], ...]:
    path = f"{DATA}/anchors.txt"
    lines = load.text(root, path).splitlines()
    return tuple(
        (line.strip(), Place(path, number))
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    )


def _page(root: Path, locale: Locale, name: str) -> Page:
    path = f"docs/{locale.code}/{name}.md"
    text = load.text(root, path)
    match = re.match(r"---\n(.*?)^---\n", text, re.DOTALL | re.MULTILINE)
    if not match:
        hint = "begin it with ---, title: …, description: …, ---"
        raise Unreadable([Finding(Place(path), "FILE008", "the page has no front matter", hint)])
    meta = load.front_matter(path, match[1])
    if wrong := list(load.too_intricate(path, text, match.end())):
        raise Unreadable(wrong)
    return Page(locale, name, path, meta, text, match.end())
