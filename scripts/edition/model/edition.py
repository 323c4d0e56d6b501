"""The whole edition as one object: its languages, pages, data and addresses."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from .addressing import ARTICLE, address
from .anchor_record import AnchorRecord
from .build_options import BuildOptions
from .bundles import Bundles
from .dates import Span, show
from .emendations import Emendations
from .exception_record import ExceptionRecord
from .facts import Facts
from .glossary import GlossaryEntry
from .page import Locale, Page
from .references import Reference
from .releases import Release
from .text_files import DATA
from .timeline import Event, Part
from .translator import Translator
from .yaml_data import Data, Localized

# The data files that contain text in every language.
LOCALIZED = ("edition", "strings", "references", "timeline", "glossary", "emendations")


@dataclass(frozen=True, eq=False)
class Edition:
    """Everything known before rendering.

    The data files are loaded as typed records, except `strings` and `translations`, which only map names to text.
    """

    root: Path
    facts: Facts
    references: Mapping[str, Reference]
    parts: tuple[Part, ...]
    glossary: Mapping[str, GlossaryEntry]
    emendations: Emendations
    exceptions: tuple[ExceptionRecord, ...]
    bundles: Bundles
    releases: tuple[Release, ...]
    strings: Data[dict[str, Localized]]
    translations: Data[dict[str, dict[str, str]]]
    # The unprocessed files of docs/_data/, by name without `.yml`, for checks that look at every value.
    data: Mapping[str, Data[Any]] = field(repr=False)
    source: str
    anchors: tuple[AnchorRecord, ...]
    locales: tuple[Locale, ...]
    pages: dict[tuple[str, str], Page] = field(repr=False)
    settings: dict[str, Any] = field(repr=False)
    options: BuildOptions = field(default_factory=BuildOptions)
    # What `memoized` functions have computed from this edition.
    results: dict[Hashable, object] = field(default_factory=dict, repr=False)

    @property
    def original(self) -> Locale:
        """The language that the author wrote in."""
        return next(locale for locale in self.locales if locale.original)

    @property
    def names(self) -> list[str]:
        """The names of the pages, in the order of the navigation."""
        return list(self.facts.pages)

    def locale(self, code: str) -> Locale:
        """The language with this code. Raises KeyError if the edition does not have it."""
        for locale in self.locales:
            if locale.code == code:
                return locale
        raise KeyError(code)

    def article(self, locale: Locale) -> Page:
        """The article's page in this language."""
        return self.pages[locale.code, ARTICLE]

    def author(self, locale: Locale) -> str:
        """The author's name in this language, given name first, as in the article."""
        name = self.facts.article.author
        return " ".join(filter(None, (part.get(locale.code, "") for part in (name.given, name.family))))

    @property
    def site_url(self) -> str:
        """The address where the edition is published; empty if unknown."""
        return str(self.settings.get("site_url") or "")

    @cached_property
    def page_at(self) -> dict[str, Page]:
        """The pages by file path, relative to the root of the project."""
        return {page.path: page for page in self.pages.values()}

    @cached_property
    def page_by_address(self) -> dict[str, Page]:
        """The pages by address below the root of the site, without a trailing slash."""
        return {address(page.locale, page.name).rstrip("/"): page for page in self.pages.values()}

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all published files in docs/, relative to the root of the project."""
        found = (path.relative_to(self.root).as_posix() for path in (self.root / "docs").rglob("*") if path.is_file())
        return frozenset(path for path in found if not path.startswith(f"{DATA}/"))

    @cached_property
    def files_by_lower_case(self) -> dict[str, str]:
        """The files by lower-cased path, to detect links in the wrong case."""
        return {path.lower(): path for path in sorted(self.files)}

    @cached_property
    def copied(self) -> frozenset[str]:
        """The paths, below the root of the site, of files that MkDocs adds to the pages."""
        return frozenset({"404.html"})

    def translator(self, locale: Locale) -> Translator:
        """The translator of the interface text for this language."""
        return self._translators[locale.code]

    @cached_property
    def _translators(self) -> dict[str, Translator]:
        return {locale.code: Translator(self.strings, locale) for locale in self.locales}

    def date(self, span: Span, locale: Locale) -> str:
        """A date formatted in this language."""
        return show(span, locale.cldr, self.translator(locale))

    @property
    def localized_data(self) -> tuple[Data[Any], ...]:
        """The data files that contain text in every language."""
        return (*(self.data[name] for name in LOCALIZED), *(release.data for release in self.releases))

    @property
    def events(self) -> Iterator[Event]:
        """All periods and events, in the order of the timeline."""
        for part in self.parts:
            for period in part.periods:
                yield period
                yield from period.events
            yield from part.events

    @cached_property
    def events_of(self) -> dict[str, list[Event]]:
        """The events that each unit mentions, by the unit's id."""
        events: dict[str, list[Event]] = {}
        for event in self.events:
            for unit in dict.fromkeys(unit for unit, _ in event.says):
                events.setdefault(unit, []).append(event)
        return events
