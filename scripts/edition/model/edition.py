"""The edition as one value: its languages, its pages, its data, and the addresses by which all is linked."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import markdown
from babel import Locale as Babel
from babel import UnknownLocaleError
from babel.dates import format_date

from ..findings import Finding, Place, Unreadable
from . import load
from .dates import Span, parse, show
from .page import UNIT, Locale, Page

DATA = "docs/_data"
ASSETS = "overrides/assets"
ARTICLE = "index"
# What MkDocs puts before the extensions that mkdocs.yml names.
BUILT_IN = ("toc", "tables", "fenced_code")
_NOTHING = load.Data("", {}, {})
_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


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


@dataclass(frozen=True)
class Recorded:
    """An address of anchors.txt below the root of the site, and the one that has taken its place, if it is retired."""

    written: str
    successor: str
    place: Place


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
    bundles: load.Data
    source: str
    anchors: tuple[Recorded, ...]
    locales: tuple[Locale, ...]
    pages: dict[tuple[str, str], Page] = field(repr=False)
    settings: dict[str, Any] = field(repr=False)
    # Keys of words that were asked for and are not there; a check of the site reports them.
    missed: set[str] = field(default_factory=set, repr=False)
    # What `memoized` functions have computed from this edition.
    results: dict[Hashable, object] = field(default_factory=dict, repr=False)

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

    def author(self, locale: Locale) -> str:
        """The author's name in this language, as the article has it: the given name first."""
        name = self.facts.values["article"]["author"]
        return " ".join(filter(None, (name[part].get(locale.code, "") for part in ("given", "family"))))

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
    def copied(self) -> frozenset[str]:
        """The paths below the root of the site of what MkDocs makes beside the pages."""
        return frozenset({"404.html", *(["sitemap.xml"] if self.site_url else [])})

    def word(self, key: str, locale: Locale, **values: object) -> str:
        """The interface word for a key of strings.yml in this language, with `{name}` places filled in."""
        if key not in self.strings.values:
            self.missed.add(key)
        pattern: str = self.strings.values.get(key, {}).get(locale.code, key)
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
                    self._period(period, ("parts", at, "periods", index))
                    for index, period in enumerate(part.get("periods", ()))
                ),
                self._events(part, ("parts", at)),
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

    def _period(self, written: dict[str, Any], key: load.Key) -> Period:
        return Period(**vars(self._event(written, key)), events=self._events(written, key))

    def _events(self, written: dict[str, Any], key: load.Key) -> tuple[Event, ...]:
        """The events of a part or a period."""
        return tuple(
            self._event(event, (*key, "events", index)) for index, event in enumerate(written.get("events", ()))
        )

    def _event(self, written: dict[str, Any], key: load.Key) -> Event:
        try:
            span = parse(str(written["date"])) if written.get("date") is not None else None
        except ValueError:
            span = None
        return Event(
            id=written["id"],
            span=span,
            label=written["label"],
            says=tuple((said["unit"], said["written"]) for said in written["says"]),
            place=self.timeline.place(*key, "id"),
            dated=self.timeline.place(*key, "date"),
            shown=written.get("shown"),
            note=written.get("note"),
            planned=written.get("planned", False),
        )


def address(locale: Locale, name: str) -> str:
    """The address of a page below the root of the site, without a leading slash: ``, `ru/timeline/`."""
    folder = "" if locale.original else f"{locale.code}/"
    return folder if name == ARTICLE else f"{folder}{name}/"


def card(name: str) -> str:
    """The address of the card of a unit or a section, which names no language: `p/12/`, `s/introduction/`."""
    match = UNIT.fullmatch(name)
    return f"p/{match['number']}/" if match else f"s/{name}/"


@cache
def link(here: str, there: str, anchor: str = "") -> str:
    """The relative address that leads from one address below the root to another, a page's or a file's."""
    path = ""
    if here != there:
        path = posixpath.relpath(f"/{there}", f"/{here}")
        if not there or there.endswith("/"):
            path = f"{path}/" if path != "." else "./"
    return f"{path}#{anchor}" if anchor else path or "./"


def read(root: Path) -> Edition:
    """Read the whole edition. Raises Unreadable with everything that cannot be read, all at once."""
    if strays := [finding for folder in ("docs", "overrides") for finding in load.stray_links(root, folder)]:
        raise Unreadable(strays)
    names = ("edition", "strings", "references", "timeline", "glossary", "emendations", "translations", "exceptions")
    attempts = _Attempts(root)
    data = {name: attempts.data(f"{DATA}/{name}.yml", name) for name in names}
    facts, strings, settings = data["edition"], data["strings"], attempts.data("mkdocs.yml", "mkdocs")
    source = attempts.read("", load.text, f"{DATA}/source.txt")
    anchors = attempts.read((), _anchors)
    bundles = attempts.read(_NOTHING, _bundles)
    locales = tuple(_locale(code, values) for code, values in facts.values.get("locales", {}).items())
    pages: dict[tuple[str, str], Page] = {}
    for locale in locales:
        for name in facts.values["pages"]:
            if page := attempts.read(None, _page, locale, name):
                pages[locale.code, name] = page
    if facts.values:
        attempts.wrong += _misfits(facts, locales)
    if strings.values:
        attempts.wrong += _date_patterns(strings, locales)
    if settings.values:
        attempts.wrong += _refused(settings)
    if attempts.wrong:
        raise Unreadable(attempts.wrong)
    return Edition(
        root=root,
        facts=facts,
        strings=strings,
        references=data["references"],
        timeline=data["timeline"],
        glossary=data["glossary"],
        emendations=data["emendations"],
        translations=data["translations"],
        exceptions=data["exceptions"],
        bundles=bundles,
        source=source,
        anchors=anchors,
        locales=locales,
        pages=pages,
        settings=settings.values,
    )


class _Attempts:
    """Reading that goes on after a fault with something else in its place, so that all faults are told together."""

    def __init__(self, root: Path):
        self.root = root
        self.wrong: list[Finding] = []

    def read(
        self,
        instead: _Result,
        reading: Callable[Concatenate[Path, _Arguments], _Result],
        *arguments: _Arguments.args,
        **named: _Arguments.kwargs,
    ) -> _Result:
        """What a function reads, or this instead."""
        try:
            return reading(self.root, *arguments, **named)
        except Unreadable as error:
            self.wrong += error.findings
            return instead

    def data(self, path: str, schema: str) -> load.Data:
        """The values of a YAML file, or none."""
        return self.read(_NOTHING, load.data, path, schema)


def _misfits(facts: load.Data, locales: tuple[Locale, ...]) -> Iterator[Finding]:
    """What of edition.yml is of the right form and cannot be all the same."""
    try:
        date.fromisoformat(facts.values["released"])
    except ValueError as error:
        yield Finding(facts.place("released"), "YAML005", f"released: no day of the calendar: {error}")
    if [locale.original for locale in locales].count(True) != 1:
        yield Finding(facts.place("locales"), "YAML006", "exactly one language must be marked original: true")
    for locale in locales:
        try:
            Babel.parse(locale.cldr)
        except (ValueError, UnknownLocaleError):
            place = facts.place("locales", locale.code, "cldr")
            yield Finding(place, "YAML005", f"cldr: the CLDR knows no language {locale.cldr}")


def _refused(settings: load.Data) -> Iterator[Finding]:
    """Extensions of mkdocs.yml that Python-Markdown does not take."""
    try:
        markdown.Markdown(**extensions(settings.values))
    except Exception as error:  # whatever an extension raises at its name or options
        place = settings.place("markdown_extensions")
        yield Finding(place, "YAML005", f"markdown_extensions: Python-Markdown refuses them: {error}")


def _date_patterns(strings: load.Data, locales: tuple[Locale, ...]) -> Iterator[Finding]:
    """Patterns for dates that cannot be filled in."""
    for locale in locales:
        pattern = strings.values.get("date.month", {}).get(locale.code, "")
        try:
            format_date(date(1991, 2, 15), pattern, locale=locale.cldr)
        except Exception as error:  # whatever Babel raises at a letter it does not know
            place = strings.place("date.month", locale.code)
            hint = "put words in single quotes: LLLL 'of' y"
            yield Finding(place, "YAML005", f"date.month: «{pattern}» is no pattern of the CLDR: {error}", hint)


def _locale(code: str, values: dict[str, Any]) -> Locale:
    given: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    # A pair is written as one word of two signs.
    given["quotes"] = tuple((pair[0], pair[1]) for pair in values["quotes"])
    return Locale(code, **given)


def extensions(settings: dict[str, Any]) -> dict[str, Any]:
    """The arguments of `markdown.Markdown` for what mkdocs.yml names, with what MkDocs puts before."""
    options: dict[str, dict[str, Any]] = {name: {} for name in BUILT_IN}
    for entry in settings["markdown_extensions"]:
        options.update({entry: {}} if isinstance(entry, str) else {name: value or {} for name, value in entry.items()})
    return {"extensions": list(options), "extension_configs": options}


def _anchors(root: Path) -> tuple[Recorded, ...]:
    path = f"{DATA}/anchors.txt"
    found = []
    for number, line in enumerate(load.text(root, path).splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            written, _, successor = (part.strip() for part in line.partition("->"))
            found.append(Recorded(written, successor, Place(path, number)))
    return tuple(found)


def _bundles(root: Path) -> load.Data:
    """What pages load, and the sources it is made of, every one of which is there."""
    bundles = load.data(root, f"{ASSETS}/bundles.yml", "bundles")
    wrong = [
        Finding(bundles.place(kind, name, nth), "FILE001", f"{name}: the source {source} is missing")
        for kind, made in bundles.values.items()
        for name, sources in made.items()
        for nth, source in enumerate(sources)
        if not source_of(root, source).is_file()
    ]
    if wrong:
        raise Unreadable(wrong)
    return bundles


def source_of(root: Path, source: str) -> Traversable:
    """The file of a source named in bundles.yml: one of ours by its kind, or one of an installed package by its path.

    The package need not be there; then neither is the file.
    """
    if "/" not in source:
        return root / ASSETS / source.rpartition(".")[2] / source
    package, _, path = source.partition("/")
    try:
        return files(package) / path
    except ModuleNotFoundError:
        return root / ASSETS / source


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
