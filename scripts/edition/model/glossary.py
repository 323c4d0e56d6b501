"""docs/_data/glossary.yml: the terms, persons, places and acts that the article mentions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..findings import Place, Problem
from .dates import Span, read_date
from .page import Locale
from .yaml_data import Localized, Raw, Written

# Every other key of an entry is a language, with its head-word.
_KEYS = frozenset({"group", "match", "only", "date", "explanation", "forms", "called", "note"})


@dataclass(frozen=True)
class Explanation:
    """What a term means in the article, and the unit that says so."""

    words: Localized
    unit: Written


@dataclass(frozen=True)
class ReaderNames:
    """What readers of a language call a thing that the texts call otherwise: for the search alone."""

    names: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class GlossaryEntry:
    """An entry: its head-words, and the expressions that find it in the original.

    `matched` is the place of all expressions. `only` names the units that it is looked for in, empty for all. `forms`
    are further words that a translation may have for it; `called` are names that readers give it, by language.
    `errors` says what is wrong with its date.
    """

    key: str
    group: str
    heads: Localized
    match: tuple[Written, ...]
    matched: Place
    only: tuple[Written, ...]
    explanation: Explanation | None
    forms: Mapping[str, tuple[str, ...]]
    called: Mapping[str, ReaderNames]
    note: Localized | None
    span: Span | None
    place: Place
    errors: tuple[Problem, ...] = ()

    def head(self, locale: Locale) -> str:
        """Its head-word in a language; empty if it has none."""
        return self.heads.get(locale.code, "")


def glossary_of(data: Raw) -> dict[str, GlossaryEntry]:
    """The entries by their keys, in the order of the file. A date that is none is an error of its entry."""
    return {key: _entry(data, key) for key in data.values}


def _entry(data: Raw, key: str) -> GlossaryEntry:
    values = data.values[key]
    span, errors = read_date(values.get("date"), key, data.place(key, "date"))
    return GlossaryEntry(
        key=key,
        group=values["group"],
        heads={code: words for code, words in values.items() if code not in _KEYS},
        match=_list(data, key, "match"),
        matched=data.place(key, "match"),
        only=_list(data, key, "only"),
        explanation=_explanation(data, key),
        forms={code: tuple(forms) for code, forms in values.get("forms", {}).items()},
        called={
            code: ReaderNames(tuple(names), data.place(key, "called", code))
            for code, names in values.get("called", {}).items()
        },
        note=values.get("note"),
        span=span,
        place=data.place(key),
        errors=errors,
    )


def _list(data: Raw, key: str, name: str) -> tuple[Written, ...]:
    return tuple(
        Written(words, data.place(key, name, index)) for index, words in enumerate(data.values[key].get(name, ()))
    )


def _explanation(data: Raw, key: str) -> Explanation | None:
    values = data.values[key].get("explanation")
    if values is None:
        return None
    unit = Written(values["unit"], data.place(key, "explanation", "unit"))
    return Explanation({code: words for code, words in values.items() if code != "unit"}, unit)
