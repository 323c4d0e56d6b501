"""The tables of letters and question words beside this module, as plain values for JSON."""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

import yaml

from ..model.page import Locale

_NOTHING: dict[str, list[str]] = {"empty": [], "year": [], "ordinals": []}


@cache
def letters() -> dict[str, Any]:
    """The correspondences between letters of different alphabets and keyboards: letters.yml."""
    return _read("letters")


@lru_cache(maxsize=4096)  # names; the glossary has some hundreds in each language
def fold(word: str) -> str:
    """The form that a word has in common with its spellings in other alphabets; the browser treats these as equal."""
    for pattern, pairs in _folding():
        word = pattern.sub(partial(_counterpart, pairs), word)
    return word


@cache
def _folding() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """The steps of `fold`: a pattern, longest match first, and its replacements."""
    steps = (letters()[name] for name in ("latin", "folded", "told_by_latin"))
    return tuple(
        (re.compile("|".join(re.escape(one) for one in sorted(pairs, key=len, reverse=True))), pairs) for pairs in steps
    )


def _counterpart(pairs: dict[str, str], found: re.Match[str]) -> str:
    return pairs[found[0]]


def questions(locale: Locale) -> dict[str, list[str]]:
    """The question words of a language, from questions.yml; empty lists if it has none there."""
    return _questions().get(locale.code, _NOTHING)


@cache
def _questions() -> dict[str, dict[str, list[str]]]:
    return _read("questions")


def _read(name: str) -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load((Path(__file__).parent / f"{name}.yml").read_text(encoding="utf-8"))
    return table
