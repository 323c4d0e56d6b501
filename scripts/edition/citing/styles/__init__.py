"""The styles of citation: one module each, whose function `cite` gives the runs of a citation.

A style is named by its module, with `-` for `_`: `gost-2018`. Which a language offers, and in what order, says
edition.yml; its name is the word `citation.style.NAME`.
"""

from __future__ import annotations

import importlib

from ...model.edition import Edition
from ...model.translator import Translator
from ..cited import Cited
from ..text import Run


def cite(style: str, cited: Cited, ui_text: Translator) -> list[Run]:
    """A citation in a style, by the style's name."""
    module = importlib.import_module(f"{__name__}.{style.replace('-', '_')}")
    found: list[Run] = module.cite(cited, ui_text)
    return found


def citations(edition: Edition, cited: Cited) -> dict[str, list[Run]]:
    """The citations in all styles that its language offers, in the order of that language, by the styles' names."""

    ui_text = edition.translator(cited.locale)

    return {style: cite(style, cited, ui_text) for style in cited.locale.styles}
