"""docs/_data/glossary.yml: terms, persons, places and legal acts that the article mentions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..findings import Place, Problem
from .dates import Span, read_date
from .page import Locale
from .yaml_data import Localized, Raw, Written

# Every other key of an entry is a language code, with the headword in that language.
_KEYS = frozenset({"group", "match", "only", "date", "explanation", "forms", "called", "note"})


@dataclass(frozen=True)
class Explanation:
    """The meaning of a term in the article, and the unit that gives it."""

    words: Localized
    unit: Written


@dataclass(frozen=True)
class ReaderNames:
    """Names that readers of a language use and the texts do not; only the search uses them."""

    names: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class GlossaryEntry:
    """An entry: its headwords, and the regular expressions that match it in the original.

    `matched` is the place of the list of expressions. `only` restricts the search to these units; empty means all.
    `forms` are alternative words that a translation may use; `called` are names that readers use, by language.
    `errors` are those of its date.
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
        """The headword in a language; empty if there is none."""
        return self.heads.get(locale.code, "")


def glossary_of(data: Raw) -> dict[str, GlossaryEntry]:
    """The entries by key, in the order of the file. An invalid date is recorded in the errors of its entry."""
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
