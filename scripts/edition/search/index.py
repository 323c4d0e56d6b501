"""The search index of a language, as the browser's search engine loads it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..markup.marks import date_shown
from ..model.addressing import ARTICLE, TIMELINE
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import Locale
from ..model.timeline import Event
from ..text.unit_ids import own_name
from ..text.units import units
from ..web import assets
from . import names, stemmers, tables


@memoized
def documents(edition: Edition, locale: Locale) -> dict[str, dict[str, str]]:
    """The searchable texts, by page name and then by id, in page order.

    From the article: paragraphs, headings, front matter and notes in this language; from the timeline: events. The
    glossary entries are in the search page itself.
    """
    return {
        ARTICLE: {
            **{name: unit.words for name, unit in units(edition, locale).items() if not own_name(edition, name)[1]},
            **{
                key: " ".join(words.get(locale.code, "") for words in (note.entry, note.basis))
                for key, note in edition.references.items()
            },
        },
        TIMELINE: {event.id: " ".join(_event_texts(edition, locale, event)) for event in edition.events},
    }


def _event_texts(edition: Edition, locale: Locale, event: Event) -> Iterator[str]:
    yield date_shown(edition, event, locale)
    yield event.label.get(locale.code, "")
    yield (event.note or {}).get(locale.code, "")


@memoized
def index(edition: Edition, locale: Locale) -> str:
    """The index of a language as JSON.

    It has tables of letters, question words, months and suffixes, the glossary's names with the units that mention
    them, and the words of every text.
    """
    forms = stemmers.forms(locale)
    rules = stemmers.table(locale)
    texts = {
        page: {name: " ".join(forms(text)) for name, text in found.items()}
        for page, found in documents(edition, locale).items()
    }
    whole = {
        "letters": tables.letters(),
        "questions": tables.questions(locale),
        "months": stemmers.months(locale),
        "suffixes": rules.table if rules else None,
        "terms": list(names.entries(edition, locale)),
        "texts": texts,
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def path(edition: Edition, locale: Locale) -> str:
    """The path of a language's index, relative to the root of the site, with a digest of its content."""
    return assets.digest_path(f"search-{locale.code}", "json", index(edition, locale))


def stemmer_path(edition: Edition, locale: Locale) -> str:
    """The path of the script that computes a language's keys in the browser; empty if it needs none."""
    name = stemmers.bundle(edition, locale)
    return assets.address(edition, name) if name else ""
