"""The input of the template for the PDF of one language."""

from __future__ import annotations

from typing import Any

from ...citing.cited import the_edition, whole_address
from ...citing.described import keywords
from ...citing.phrases import version_and_day
from ...model.addressing import ARTICLE, address, card
from ...model.edition import Edition
from ...model.page import UNIT, Locale
from ...text.walk import walk
from .back_matter import citations, critical_notes, notes, timeline
from .runs import runs_of

_WORDS = {
    "contents": "pdf.contents",
    "notes": "notes.title",
    "missing": "notes.missing",
    "critical": "format.critical-notes",
    "source-has": "critical.source-has",
    "maybe": "critical.maybe",
    "or": "critical.or",
    "stages": "stages.title",
    "signs": "legend.title",
    "citation": "citation.title",
    "hint": "citation.hint.print",
    "about": "pdf.about",
    "rights": "format.rights",
    "inferred": "pdf.inferred",
    "address": "pdf.address",
}


def contents(edition: Edition, locale: Locale) -> dict[str, Any]:
    """All that the PDF of this language shows."""

    ui_text = edition.translator(locale)

    return {
        **properties(edition, locale),
        "words": {name: ui_text(key) for name, key in _WORDS.items()},
        "made": made_as(edition, locale),
        "text": ui_text("pdf.original" if locale.original else "pdf.translation"),
        "critical-scope": "" if locale.original else ui_text("pdf.critical-scope"),
        "edition": edition_line(edition, locale),
        "address": whole_address(edition, address(locale, ARTICLE)),
        "signs": _signs(edition, locale),
        "units": units_of(edition, locale),
        "notes": notes(edition, locale),
        "critical": critical_notes(edition, locale),
        "timeline": timeline(edition, locale),
        "citations": citations(edition, locale),
    }


def properties(edition: Edition, locale: Locale) -> dict[str, Any]:
    """What the document says of itself to programs."""
    released = edition.facts.released
    return {
        "lang": locale.code,
        "title": edition.facts.article.title.get(locale.code, ""),
        "author": edition.author(locale),
        "keywords": keywords(edition, locale),
        "released": [released.year, released.month, released.day],
    }


def edition_line(edition: Edition, locale: Locale) -> str:
    """The version of the edition and the day of its release, in words."""
    ui_text = edition.translator(locale)
    return ui_text("format.of-edition", version=version_and_day(the_edition(edition, locale), ui_text))


def made_as(edition: Edition, locale: Locale) -> str:
    """By which standards the file was made, in words. Nothing but Typst has judged whether it conforms."""
    return edition.translator(locale)("pdf.made", standards="PDF/UA-1, PDF/A-3a")


def units_of(edition: Edition, locale: Locale) -> list[dict[str, Any]]:
    """The units of the article in this language, as the templates take them."""
    return [
        {
            "id": unit.id,
            "kind": unit.kind,
            "level": unit.level,
            "lang": unit.language,
            "by-edition": unit.by_edition,
            "list": unit.list,
            "marker": unit.marker,
            "number": match["number"] if (match := UNIT.fullmatch(unit.id)) else "",
            "card": whole_address(edition, card(unit.id)) if match else "",
            "name": edition.translator(locale)("unit.name", number=match["number"]) if match else "",
            "runs": runs_of(edition, locale, unit),
        }
        for unit in walk(edition, locale)
    ]


def _signs(edition: Edition, locale: Locale) -> list[tuple[str, str]]:
    """The signs in the text, each with its meaning."""

    ui_text = edition.translator(locale)

    found = [("12", "number"), ("[3]", "note")]
    found += [("°", "emendation"), ("38", "page")] if locale.original else [("[…]", "supplied")]
    found += [("*", "annotation")]
    return [(sign, ui_text(f"legend.{key}")) for sign, key in found]
