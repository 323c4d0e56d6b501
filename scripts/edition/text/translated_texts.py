"""Every translated text beside its original: the units of the articles, and the values of the data files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from ..findings import Place
from ..model.edition import Edition
from ..model.page import Locale
from .data_values import entry_name
from .unit_ids import counterpart, translated
from .units import units

# The data files about the text and the print, by their names.
FILES = ("edition", "references", "timeline", "glossary", "emendations")


@dataclass(frozen=True)
class TranslatedText:
    """A text in a translation, and the text of the original that it translates.

    `name` is the unit, or the entry of the data and the language. `where` returns the place of the nth occurrence,
    counted from 0, of some of the words; `place` is that of the whole text. `unit` is false for values of the data.
    """

    name: str
    locale: Locale
    original: str
    words: str
    place: Place
    where: Callable[[str, int], Place]
    unit: bool


def translated_texts(edition: Edition) -> Iterator[TranslatedText]:
    """The units of each language that are translations, in text order; then every value of the data that has both."""
    theirs = units(edition, edition.original)
    for locale in edition.locales:
        here = units(edition, locale)
        for name in translated(edition, locale):
            ours = here.get(counterpart(edition, locale, name))
            if ours and name in theirs:
                where = partial(_in_unit, edition, locale, ours.id)
                yield TranslatedText(name, locale, theirs[name].words, ours.words, ours.place, where, unit=True)
    others = [locale for locale in edition.locales if not locale.original]
    for data in (edition.data[name] for name in FILES):
        for key, words in data.entries([locale.code for locale in edition.locales]):
            for locale in others:
                original, translation = words.get(edition.original.code), words.get(locale.code)
                if isinstance(original, str) and isinstance(translation, str):
                    place = data.place(*key, locale.code)
                    name = f"{entry_name(data, key)}, {locale.code}"
                    yield TranslatedText(
                        name, locale, original, translation, place, partial(_always, place), unit=False
                    )


def _in_unit(edition: Edition, locale: Locale, unit: str, piece: str, nth: int) -> Place:
    return edition.article(locale).find(piece, unit, nth)


def _always(place: Place, _piece: str, _nth: int) -> Place:
    return place
