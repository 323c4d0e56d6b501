"""What pages are given: HTML made from the data.

A block `[[name]]` of a page is made by the module `name` of this package (with `_` for `-`): its function `context`
gathers what is to be said, and the template `overrides/blocks/name.html` says it. A module and a template put into
the two folders are a new block. Templates escape whatever they are given.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import ChainableUndefined, Environment, FileSystemLoader

from ..model import ARTICLE, NOTE, UNIT, Edition, Event, Locale, Page, Use, address, link

BLOCKS = "overrides/blocks"


def names() -> list[str]:
    """The blocks there are."""
    return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__))


def block(edition: Edition, page: Page, name: str) -> str | None:
    """The HTML of a block for a page; None if there is no such block."""
    if name not in names():
        return None
    module = importlib.import_module(f"{__name__}.{name.replace('-', '_')}")
    locale = page.locale
    here = address(locale, page.name)

    def word(key: str, **values: object) -> str:
        return edition.word(key, locale, **values)

    def to(there: str, anchor: str = "", code: str = "") -> str:
        return link(here, address(edition.locale(code or locale.code), there), anchor)

    def unit_name(unit: str) -> str:
        match = UNIT.fullmatch(unit)
        return word("unit.name", number=match["number"]) if match else word(f"unit.{unit}")

    def unit_short(unit: str) -> str:
        match = UNIT.fullmatch(unit)
        return word("unit.short", number=match["number"]) if match else word(f"unit.{unit}")

    template = _environment(edition.root / BLOCKS).get_template(f"{name}.html")
    return template.render(
        module.context(edition, page), word=word, to=to, edition=edition, locale=locale, page=page, article=ARTICLE,
        date=lambda event: date_shown(edition, event, locale), unit_name=unit_name, unit_short=unit_short,
        years_after=lambda: word("date.years").removeprefix("{}"),
    )


@cache
def _environment(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        # What data lack, a check reports; a page must not break on it before the checks have been heard.
        undefined=ChainableUndefined,
    )


@dataclass(frozen=True)
class Mark:
    """What a mark shows: its sign, where it leads, its name for those who do not see it, and the lines
    of its preview, each with what it is: kind, reading or note."""

    kind: str
    sign: str
    href: str
    name: str
    preview: tuple[tuple[str, str], ...]


def mark(edition: Edition, page: Page, use: Use) -> Mark:
    """What a note mark or a text-critical mark shows on this page."""
    locale = page.locale
    here = address(locale, page.name)

    def word(key: str, **values: object) -> str:
        return edition.word(key, locale, **values)

    if NOTE.fullmatch(use.key):
        number = use.key.removeprefix("n")
        sign = f"[{number}, {use.locator}]" if use.locator else f"[{number}]"
        href = link(here, address(locale, ARTICLE), use.key)
        entry = edition.references.values.get(use.key, {}).get("entry", {})
        preview = (("note", entry[locale.code]),) if locale.code in entry else ()
        return Mark("note-mark", sign, href, word("note.mark", number=number), preview)
    record = edition.emendations.values["notes"].get(use.key, {})
    kind = record.get("kind", "doubtful")
    lines = [("kind", word(f"critical.{kind}.name"))]
    if kind == "emendation":
        lines.append(("reading", word("critical.in-print", reading=record["source"])))
    elif suggestion := record.get("suggestion"):
        lines.append(("reading", word("critical.perhaps", reading=suggestion)))
    if note := record.get("note"):
        lines.append(("note", note.get(locale.code, "")))
    elif "type" in record:
        lines.append(("note", type_word(edition, record["type"], locale)))
    name = word("critical.mark", what=lines[0][1], words=record.get("reading", record.get("source", "")))
    href = link(here, address(locale, "notes"), use.key)
    return Mark(f"critical-mark {kind}", "°" if kind == "emendation" else "*", href, name, tuple(lines))


def type_word(edition: Edition, kind: str, locale: Locale) -> str:
    """The name of a type of slip or doubt, from the `types` of emendations.yml."""
    return edition.emendations.values["types"].get(kind, {}).get(locale.code, kind)


def date_shown(edition: Edition, event: Event, locale: Locale) -> str:
    """The date of an event in words: as the data say it is to be shown, else made from the date; empty if undated."""
    if event.shown:
        return event.shown.get(locale.code, "")
    return edition.date(event.span, locale) if event.span else ""


def short_date(edition: Edition, event: Event, locale: Locale) -> str:
    """The date of an event for a margin: its years in figures (1991, 1990–1993, 2007–), its centuries, or … ."""
    if event.span is None:
        return "…"
    if any(point and point.century for point in (event.span.start, event.span.end)):
        return date_shown(edition, event, locale)
    start, end = (str(point.year) if point else "" for point in (event.span.start, event.span.end))
    return start if event.span.single else f"{start}–{end}"
