"""A quotation in the data does not occur, in any language, in the paragraph that is cited with it.

Readers who look it up find other words. A paragraph is cited with a quotation if the same clause gives its number; the
unit of the entry itself counts as well. Case and, in the language of the entry, word endings may differ, and an
ellipsis stands for omitted words. Readings and suggestions of the same record are not quotations of the text. The
title of the article must also be quoted exactly, everywhere.

Bad:   «по нынешнему закону» (абзац 36)
Good:  «по действующему закону» (абзац 36)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...findings import Problem
from ...model.edition import Edition
from ...model.page import Locale
from ...model.yaml_data import Data, Key
from ...search.stemmers import keys
from ...text.data_values import entry_name
from ...text.passages import passages
from ...text.transcription import transcribe
from ...text.translated_texts import FILES
from ...text.unit_ids import counterpart
from ...text.units import units

_CLAUSE = re.compile(r"(?<=[.;])\s+")
_LEFT_OUT = re.compile(r"…|\.\.\.")
_SIGNS = re.compile(r"[«»„“”‟‘’‹›\"']")
_FIGURE = re.compile(r"\d")
_NUMBER = r"\d+(?:[–-]\d+)?"
_ROW = rf"(?P<row>{_NUMBER}-?(?:(?:, | \w+ ){_NUMBER}-?)*)"
_LONG = 4  # words of a quotation that may be meant as the title
_MOST_OF = 0.6  # of the words of the title


def check(edition: Edition) -> Iterator[Problem]:
    """Look for every quotation in the units that are cited with it, and compare quoted titles."""
    codes = [locale.code for locale in edition.locales]
    for data in (edition.data[name] for name in FILES):
        for key, words in data.entries(codes):
            for locale in edition.locales:
                if isinstance(words.get(locale.code), str):
                    yield from _entry(edition, data, key, words[locale.code], locale)
    yield from _titles(edition)


def _entry(edition: Edition, data: Data[Any], key: Key, text: str, locale: Locale) -> Iterator[Problem]:
    """The quotations of one text that do not occur in any of the units it cites."""
    if locale.quotes[0][0] not in text or not _FIGURE.search(text):
        return
    own, said = _of_record(data, key)
    for clause in _CLAUSE.split(text):
        if not (named := list(dict.fromkeys(_called(edition, clause, locale)))):
            continue
        for quotation in _quotations(clause, locale):
            conjectured = any(_plain(quotation) in _plain(words) for words in said)
            if not conjectured and not any(_stands(edition, quotation, name, locale) for name in (*named, *own)):
                message = f"{entry_name(data, key)}, {locale.code}: «{quotation}» does not occur in {', '.join(named)}"
                yield Problem(data.place(*key, locale.code), message, "quote it exactly")


def _quotations(text: str, locale: Locale) -> Iterator[str]:
    """The quotations in the outer quotation marks of a language."""
    opening, closing = locale.quotes[0]
    for match in re.finditer(rf"{opening}([^{opening}{closing}]+){closing}", text):
        yield match[1]


def _of_record(data: Data[Any], key: Key) -> tuple[list[str], list[str]]:
    """The units of an entry and of the entries that contain it, and its readings and suggestions."""
    value: Any = data.values
    own, said = [], []
    for step in key:
        value = value[step]
        if isinstance(value, dict):
            own += [name for one in (value, *value.get("says", ())) if isinstance(name := one.get("unit"), str)]
            said += [value[name] for name in ("suggestion", "reading", "source") if isinstance(value.get(name), str)]
    return own, said


def _called(edition: Edition, text: str, locale: Locale) -> Iterator[str]:
    """The paragraphs that a text cites by number, with the word that the interface uses: абзац 5, абзацы 29–33."""
    before, _, after = edition.translator(locale)("unit.short", number="0").partition("0")
    word = re.escape((before or after).strip(" -"))
    pattern = rf"{word}\w*\s{_ROW}" if before.strip() else rf"{_ROW}{word}"
    for match in re.finditer(pattern, text, re.IGNORECASE):
        for first, last in re.findall(r"(\d+)(?:[–-](\d+))?", match["row"]):
            yield from (f"p{number}" for number in range(int(first), int(last or first) + 1))


def _stands(edition: Edition, quotation: str, name: str, locale: Locale) -> bool:
    """Whether a quotation occurs in a unit: exactly, in any language, or in its own language with other endings."""
    parts = [part for part in _LEFT_OUT.split(quotation) if _plain(part)]
    if any(all(_plain(part) in text for part in parts) for text in _texts(edition, name)):
        return True
    here = units(edition, locale).get(counterpart(edition, locale, name))
    key = keys(edition, locale)
    return here is not None and all(_within(key(part), key(here.words)) for part in parts)


def _within(some: list[str], row: list[str]) -> bool:
    return any(row[at : at + len(some)] == some for at in range(len(row) - len(some) + 1))


def _texts(edition: Edition, name: str) -> Iterator[str]:
    """The text of a unit as printed, and in every language."""
    if name in (printed := transcribe(edition).printed):
        yield _plain(printed[name])
    for locale in edition.locales:
        if unit := units(edition, locale).get(counterpart(edition, locale, name)):
            yield _plain(unit.words)


def _plain(text: str) -> str:
    """The text in lower case, without quotation marks, with all dashes as hyphens."""
    text = re.sub("[–—]", "-", _SIGNS.sub("", text.replace("\f", "")))
    return " ".join(text.lower().split()).strip(" .,;:!?")


def _titles(edition: Edition) -> Iterator[Problem]:
    """Quotations on pages and in the data that are nearly, but not exactly, the article's title in their language."""
    for locale in edition.locales:
        title = units(edition, locale).get("title")
        if not title:
            continue
        wanted = _plain(title.words)
        of_title = set(wanted.split())
        for passage in passages(edition):
            if passage.authors or passage.language != locale.code or len(of_title) < _LONG:
                continue
            for quotation in _quotations(passage.words, locale):
                words = _plain(quotation).split()
                near = len(words) >= _LONG and len(of_title.intersection(words)) >= _MOST_OF * len(of_title)
                if near and wanted not in _plain(quotation):
                    message = f"{passage.name}: «{quotation}» is not the title of the article"
                    yield Problem(passage.where(quotation, 0), message, title.words)
