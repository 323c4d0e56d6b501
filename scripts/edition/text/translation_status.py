"""From which wording of the original each translated unit was made: docs/_data/translations.yml.

The record holds, for each language and unit, the beginning of the SHA-256 of the words of the original. When these
change, the translation is stale until someone has compared it and confirms it. For a heading that the edition has put
into the article, it is that of the words in both languages: nothing else tells that one of them was changed alone.
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
    """What the record has for a wording: 12 hexadecimal figures."""
    return hashlib.sha256(words.encode("utf-8")).hexdigest()[:12]


@memoized
def digests(edition: Edition, locale: Locale) -> dict[str, str]:
    """What the record should have for everything that this language translates: its units, and the edition's headings.

    For the original itself there is nothing.
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
    """The headings of the edition that have changed, in this language or the original, since they were confirmed."""
    recorded = edition.translations.values.get(locale.code, {})
    units_of = translated(edition, locale)
    return [
        name
        for name, digest in digests(edition, locale).items()
        if name not in units_of and recorded.get(name) != digest
    ]


@memoized
def stale(edition: Edition, locale: Locale) -> tuple[str, ...]:
    """The units of the original whose translation in this language was not confirmed since they last changed.

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
    """Write down that these units and headings are translated from the wording of today; returns how many are new.

    What is no longer translated is dropped from the record. Raises KeyError with a name that is not translated.
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
