"""Tracks which version of the original each unit was translated from: docs/_data/translations.yml.

The file holds, for each language and unit, the beginning of the SHA-256 of the original's text. When that text
changes, the translation is stale until someone has compared and confirmed it. For a heading added by the edition, the
hash covers the text in both languages: nothing else shows that only one of them was changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import Locale
from ..model.text_files import DATA
from ..publish import atomic_replace
from .sections import headings, sections
from .unit_ids import translated
from .units import units

PATH = f"{DATA}/translations.yml"
_HEAD = """\
# The wording of the original that each unit was translated from: the beginning of the SHA-256 of its words. Written by
# python3 scripts/build.py --confirm ru p12   (or --confirm ru for all units of a language)
"""


def text_digest(words: str) -> str:
    """The digest of a text as recorded: 12 hexadecimal digits."""
    return hashlib.sha256(words.encode("utf-8")).hexdigest()[:12]


@memoized
def digests(edition: Edition, locale: Locale) -> dict[str, str]:
    """The current digests of everything that this language translates: its units, and the headings of the edition.

    Empty for the original.
    """
    if locale.original:
        return {}
    original = units(edition, edition.original)
    theirs, ours = headings(edition, edition.original), headings(edition, locale)
    added = [name for name, section in sections(edition).items() if section.by_edition]
    return {
        **{name: text_digest(original[name].words) for name in translated(edition, locale) if name in original},
        **{name: text_digest(f"{theirs[name]}\n{ours.get(name, '')}") for name in added},
    }


def unconfirmed_headings(edition: Edition, locale: Locale) -> list[str]:
    """The headings added by the edition that changed, in this language or the original, since their confirmation."""
    recorded = edition.translations.values.get(locale.code, {})
    units_of = translated(edition, locale)
    return [
        name
        for name, digest in digests(edition, locale).items()
        if name not in units_of and recorded.get(name) != digest
    ]


@memoized
def stale(edition: Edition, locale: Locale) -> tuple[str, ...]:
    """The units of the original that have changed since their translation in this language was confirmed.

    The original itself is never stale.
    """
    recorded = edition.translations.values.get(locale.code, {})
    original = units(edition, edition.original)
    return tuple(
        name
        for name in translated(edition, locale)
        if name in original and recorded.get(name) != text_digest(original[name].words)
    )


def confirm(edition: Edition, locale: Locale, names: Iterable[str]) -> int:
    """Record that these units and headings match the current original; returns how many digests changed.

    Names that are no longer translated are dropped. Raises KeyError for a name that is not translated.
    """
    known = digests(edition, locale)
    record = {code: dict(inner) for code, inner in edition.translations.values.items()}
    ours = record.setdefault(locale.code, {})
    before = dict(ours)
    for name in names:
        ours[name] = known[name]
    record[locale.code] = {name: ours[name] for name in known if name in ours}
    listed = (
        f"{other.code}:\n" + "".join(f"  {name}: '{value}'\n" for name, value in record[other.code].items())
        for other in edition.locales
        if record.get(other.code)
    )
    atomic_replace.write(edition.root / PATH, "\n".join([_HEAD, *listed]))
    return sum(ours[name] != before.get(name) for name in record[locale.code])
