"""Finds where the original mentions the terms, persons, places and legal acts of the glossary."""

from __future__ import annotations

import re
import warnings
from collections import defaultdict
from contextlib import suppress
from functools import lru_cache

from ..model.edition import Edition
from ..model.memo import memoized
from .units import units

_LONGEST = 8  # letters of an expression's beginning that serve as its key in the lookup
_WORD = re.compile(r"(?<!\w)\w")
# What can make matching take unbounded time: a repeated group or wildcard, and many repetitions.
_UNBOUNDED = re.compile(r"(?<!\\)(?:\)|\.)(?:[*+]|\{)|\\[WSD](?:[*+]|\{)")
_REPEATED = re.compile(r"(?<!\\)[*+]|\{\d*,\d*\}")
_BRACKETS = re.compile(r"(?<!\\)(?:\((?:[^()\\]|\\.)*\)|\[[^\[\]\\]*\])")


@memoized
def mentions(edition: Edition) -> dict[str, tuple[str, ...]]:
    """For each glossary entry, the units of the original that mention it, in order.

    An entry's `match` holds regular expressions, which are matched at the start of a word; any suffix may follow.
    """
    # Front matter that the author wrote in other languages is skipped: the expressions are in the original's language.
    others = tuple(f"-{locale.code}" for locale in edition.locales if not locale.original)
    original = units(edition, edition.original)
    texts = {name: unit.words for name, unit in original.items() if not name.endswith(others)}
    # Keyed by how they begin, so that each is only tried where it can match.
    wanted: dict[str, list[tuple[str, re.Pattern[str]]]] = defaultdict(list)
    for key, entry in edition.glossary.items():
        for expression in entry.match:
            with suppress(ValueError):  # a check reports it
                for start in _starts(expression.words):
                    wanted[start[:_LONGEST]].append((key, pattern(expression.words)))
    found: dict[str, dict[str, None]] = {key: {} for key in edition.glossary}
    lengths = sorted({len(start) for start in wanted})
    for name, words in texts.items():
        for word in _WORD.finditer(words):
            for length in lengths:
                for key, one in wanted.get(words[word.start() : word.start() + length], ()):
                    if name not in found[key] and one.match(words, word.start()):
                        found[key][name] = None
    only = {key: {unit.words for unit in entry.only} for key, entry in edition.glossary.items()}
    return {key: tuple(name for name in names if name in (only[key] or names)) for key, names in found.items()}


@lru_cache(maxsize=2048)  # expressions; the glossary has some hundreds
def pattern(expression: str) -> re.Pattern[str]:
    """Compile an expression of the glossary. Raises ValueError, with a message for the editor, if it is not valid.

    Expressions that could take unbounded time on a long paragraph are rejected as well.
    """
    if _UNBOUNDED.search(expression) or len(_REPEATED.findall(expression)) > 3:
        raise ValueError(f"«{expression}» has unsafe repetition: repeat only letters or \\w, at most three times")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # syntax whose meaning may change in a later version of Python
            return re.compile(rf"(?<!\w)(?:{expression})")
    except (re.error, OverflowError, RecursionError, Warning) as error:
        raise ValueError(f"«{expression}» is not a valid regular expression: {error}") from None


def _starts(expression: str) -> list[str]:
    """The strings that a match of an expression can begin with; an empty string where this is not certain."""
    expression = re.sub(r"^(?:\(\?<![^()]*\))+", "", expression)
    # An alternation in brackets further on does not affect how it begins.
    if "|" in _BRACKETS.sub("", expression):
        return [""]
    if choice := re.match(r"\(\?:([^()\[\]]+)\)(?![?*+{])", expression):
        return [start for one in choice[1].split("|") for start in _starts(one)]
    if letters := re.match(r"\[(\w+)\](?![?*+{])", expression):
        rest = _starts(expression[letters.end() :])
        return [letter + start for letter in letters[1] for start in rest]
    begin = re.match(r"(?:[\w -]|\\\.)*", expression)
    literal = begin[0] if begin else ""
    if expression[len(literal) : len(literal) + 1] in ("?", "*", "+", "{") and literal:
        literal = literal.removesuffix("\\.") if literal.endswith("\\.") else literal[:-1]
    return [literal.replace("\\.", ".")]
