"""The edition as one value: its languages, its pages, its data, and the addresses by which all is linked."""

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
from .text_files import DATA
from .timeline import Event, Part
from .translator import Translator
from .yaml_data import Data, Localized

# The data files that have words in each language.
LOCALIZED = ("edition", "strings", "references", "timeline", "glossary", "emendations")


@dataclass(frozen=True, eq=False)
class Edition:
    """Everything that is known before anything is rendered.

    What the data files hold are records; `strings` and `translations`, which hold no more than words by their names,
    are kept as they are.
    """

    root: Path
    facts: Facts
    references: Mapping[str, Reference]
    parts: tuple[Part, ...]
    glossary: Mapping[str, GlossaryEntry]
    emendations: Emendations
    exceptions: tuple[ExceptionRecord, ...]
    bundles: Bundles
    strings: Data[dict[str, Localized]]
    translations: Data[dict[str, dict[str, str]]]
    # The files of docs/_data/ as they are written, by their names without `.yml`: for checks that judge every value.
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
        """The language the author wrote in."""
        return next(locale for locale in self.locales if locale.original)

    @property
    def names(self) -> list[str]:
        """The names of the pages, in the order of the navigation."""
        return list(self.facts.pages)

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
        name = self.facts.article.author
        return " ".join(filter(None, (part.get(locale.code, "") for part in (name.given, name.family))))

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
        return frozenset({"404.html"})

    def translator(self, locale: Locale) -> Translator:
        """What gives the text of the interface in this language."""
        return self._translators[locale.code]

    @cached_property
    def _translators(self) -> dict[str, Translator]:
        return {locale.code: Translator(self.strings, locale) for locale in self.locales}

    def date(self, span: Span, locale: Locale) -> str:
        """A date in words of this language."""
        return show(span, locale.cldr, self.translator(locale))

    @property
    def localized_data(self) -> tuple[Data[Any], ...]:
        """The data files that have words in each language."""
        return tuple(self.data[name] for name in LOCALIZED)

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
