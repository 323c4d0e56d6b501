"""What search knows of letters and of questions: the tables beside this module, as plain values that JSON can hold."""

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
    """What letters of different alphabets and keyboards have in common: letters.yml."""
    return _read("letters")


@lru_cache(maxsize=4096)  # names; the glossary has some hundreds in each language
def told(word: str) -> str:
    """What is common to a word in any alphabet; the browser takes words that share it for each other."""
    for pattern, pairs in _folding():
        word = pattern.sub(partial(_counterpart, pairs), word)
    return word


@cache
def _folding() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """The steps of `told`: what is replaced, longest first, and by what."""
    steps = (letters()[name] for name in ("latin", "folded", "told_by_latin"))
    return tuple(
        (re.compile("|".join(re.escape(one) for one in sorted(pairs, key=len, reverse=True))), pairs) for pairs in steps
    )


def _counterpart(pairs: dict[str, str], found: re.Match[str]) -> str:
    return pairs[found[0]]


def questions(locale: Locale) -> dict[str, list[str]]:
    """How readers of a language ask: its part of questions.yml, empty lists for a language that has none there."""
    return _questions().get(locale.code, _NOTHING)


@cache
def _questions() -> dict[str, dict[str, list[str]]]:
    return _read("questions")


def _read(name: str) -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load((Path(__file__).parent / f"{name}.yml").read_text(encoding="utf-8"))
    return table
