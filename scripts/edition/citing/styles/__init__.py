"""The styles of citation: one module each, whose function `cite` gives the runs of a citation.

A style is named by its module, with `-` for `_`: `gost-2018`. Which a language offers, and in what order, says
edition.yml; its name is the word `citation.style.NAME`.
"""

from __future__ import annotations

import importlib

from ...model.edition import Edition
from ..cited import Cited
from ..text import Run, Word


def cite(style: str, cited: Cited, word: Word) -> list[Run]:
    """A citation in a style, by the style's name."""
    module = importlib.import_module(f"{__name__}.{style.replace('-', '_')}")
    found: list[Run] = module.cite(cited, word)
    return found


def citations(edition: Edition, cited: Cited) -> dict[str, list[Run]]:
    """The citations in all styles that its language offers, in the order of that language, by the styles' names."""

    def word(key: str, **values: object) -> str:
        return edition.word(key, cited.locale, **values)

    return {style: cite(style, cited, word) for style in cited.locale.styles}
