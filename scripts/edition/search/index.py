"""What there is to be found in a language, as the browser takes it to its engine."""

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
    """The text of whatever can be found, by the name of its page and its id there, in the order of the page.

    Of the article that are paragraphs, headings, front matter and notes, all in this language; of the timeline, events.
    The entries of the glossary stand in the page of the search itself.
    """
    return {
        ARTICLE: {
            **{name: unit.words for name, unit in units(edition, locale).items() if not own_name(edition, name)[1]},
            **{
                key: " ".join(words.get(locale.code, "") for words in (note.entry, note.basis))
                for key, note in edition.references.items()
            },
        },
        TIMELINE: {event.id: " ".join(_told(edition, locale, event)) for event in edition.events},
    }


def _told(edition: Edition, locale: Locale, event: Event) -> Iterator[str]:
    yield date_shown(edition, event, locale)
    yield event.label.get(locale.code, "")
    yield (event.note or {}).get(locale.code, "")


@memoized
def index(edition: Edition, locale: Locale) -> str:
    """The index of a language as JSON: what is known of its letters, questions, months and suffixes, the names of the
    glossary with the units that mention them, and the words of every text."""
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
    """Where a language's index stands below the root of the site; the name holds a digest of its content."""
    return assets.digest_path(f"search-{locale.code}", "json", index(edition, locale))


def stemmer_path(edition: Edition, locale: Locale) -> str:
    """Where the script stands by which the browser finds a language's keys; empty if it needs none."""
    name = stemmers.bundle(edition, locale)
    return assets.address(edition, name) if name else ""
