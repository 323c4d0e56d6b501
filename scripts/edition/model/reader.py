"""Loads an edition from its folder and reports everything that cannot be loaded at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from babel import Locale as Babel
from babel import UnknownLocaleError
from babel.dates import format_date

from ..findings import Finding, LoadError, Place
from .anchor_record import read_anchors
from .build_options import BuildOptions
from .bundles import Bundles, read_bundles
from .edition import Edition
from .emendations import emendations_of
from .exception_record import exceptions_of
from .facts import facts_of
from .glossary import glossary_of
from .page import Locale, Page
from .references import references_of
from .releases import read_releases
from .settings import refused
from .text_files import DATA, read_text, stray_links, too_intricate
from .timeline import parts_of
from .yaml_data import Data, Localized, Raw, front_matter, read_data

_NOTHING: Data[dict[str, Any]] = Data("", {}, {})
_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


def read_edition(root: Path, options: BuildOptions | None = None) -> Edition:
    """Load the whole edition. Raises LoadError with the findings of all files that cannot be loaded."""
    if strays := [finding for folder in ("docs", "overrides") for finding in stray_links(root, folder)]:
        raise LoadError(strays)
    names = ("edition", "strings", "references", "timeline", "glossary", "emendations", "translations", "exceptions")
    attempts = _Attempts(root)
    data = {name: attempts.data(f"{DATA}/{name}.yml", name) for name in names}
    raw, strings, settings = data["edition"], data["strings"], attempts.data("mkdocs.yml", "mkdocs")
    source = attempts.read("", read_text, f"{DATA}/source.txt")
    anchors = attempts.read((), read_anchors)
    bundles = attempts.read(Bundles({}, {}), read_bundles)
    releases = attempts.read((), read_releases)
    locales = tuple(_locale(code, values) for code, values in raw.values.get("locales", {}).items())
    pages: dict[tuple[str, str], Page] = {}
    for locale in locales:
        for name in raw.values["pages"]:
            if page := attempts.read(None, _page, locale, name):
                pages[locale.code, name] = page
    if raw.values:
        attempts.wrong += _misfits(raw, locales)
    if strings.values:
        attempts.wrong += _date_patterns(strings, locales)
    if settings.values:
        attempts.wrong += refused(settings)
    facts = attempts.read(None, lambda _root: facts_of(raw)) if raw.values else None
    if attempts.wrong or facts is None:
        raise LoadError(attempts.wrong)
    return Edition(
        root=root,
        facts=facts,
        references=references_of(data["references"]),
        parts=parts_of(data["timeline"]),
        glossary=glossary_of(data["glossary"]),
        emendations=emendations_of(data["emendations"]),
        strings=strings,
        translations=data["translations"],
        exceptions=exceptions_of(data["exceptions"]),
        bundles=bundles,
        releases=releases,
        data=data,
        source=source,
        anchors=anchors,
        locales=locales,
        pages=pages,
        settings=settings.values,
        options=options or BuildOptions(),
    )


class _Attempts:
    """Continues loading after an error with a substitute value, so that all errors are reported together."""

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
        """The result of the function, or `instead` if it raises LoadError."""
        try:
            return reading(self.root, *arguments, **named)
        except LoadError as error:
            self.wrong += error.findings
            return instead

    def data(self, path: str, schema: str) -> Raw:
        """The values of a YAML file; empty if it cannot be loaded."""
        return self.read(_NOTHING, read_data, path, schema)


def _misfits(facts: Raw, locales: tuple[Locale, ...]) -> Iterator[Finding]:
    """Errors in the languages of edition.yml that the schema cannot express."""
    if [locale.original for locale in locales].count(True) != 1:
        yield Finding(facts.place("locales"), "YAML006", "exactly one language must be marked original: true")
    for locale in locales:
        try:
            Babel.parse(locale.cldr)
        except (ValueError, UnknownLocaleError):
            place = facts.place("locales", locale.code, "cldr")
            yield Finding(place, "YAML005", f"cldr: the CLDR has no language {locale.cldr}")


def _date_patterns(strings: Data[dict[str, Localized]], locales: tuple[Locale, ...]) -> Iterator[Finding]:
    """Invalid date patterns."""
    for locale in locales:
        pattern = strings.values.get("date.month", {}).get(locale.code, "")
        try:
            format_date(date(1991, 2, 15), pattern, locale=locale.cldr)
        except Exception as error:  # Babel raises various types for an unknown pattern letter
            place = strings.place("date.month", locale.code)
            hint = "put words in single quotes: LLLL 'of' y"
            yield Finding(place, "YAML005", f"date.month: «{pattern}» is not a valid CLDR pattern: {error}", hint)


def _locale(code: str, values: dict[str, Any]) -> Locale:
    given: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    # A pair is written as a string of two characters.
    given["quotes"] = tuple((pair[0], pair[1]) for pair in values["quotes"])
    return Locale(code, **given)


def _page(root: Path, locale: Locale, name: str) -> Page:
    path = f"docs/{locale.code}/{name}.md"
    text = read_text(root, path)
    match = re.match(r"---\n(.*?)^---\n", text, re.DOTALL | re.MULTILINE)
    if not match:
        hint = "start it with ---, title: …, description: …, ---"
        raise LoadError([Finding(Place(path), "FILE008", "the page has no front matter", hint)])
    meta = front_matter(path, match[1], root)
    if wrong := list(too_intricate(path, text, match.end())):
        raise LoadError(wrong)
    return Page(locale, name, path, meta, text, match.end())
