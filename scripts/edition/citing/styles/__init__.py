"""The citation styles: one module each, whose function `cite` returns the runs of a citation.

A style has the name of its module, with `-` for `_`: `gost-2018`. edition.yml lists the styles of each language in
order; the displayed name is `citation.style.NAME` in strings.yml.
"""

from __future__ import annotations

import importlib

from ...model.edition import Edition
from ...model.translator import Translator
from ..cited import Cited
from ..text import Run


def cite(style: str, cited: Cited, ui_text: Translator) -> list[Run]:
    """A citation in the style with this name."""
    module = importlib.import_module(f"{__name__}.{style.replace('-', '_')}")
    found: list[Run] = module.cite(cited, ui_text)
    return found


def citations(edition: Edition, cited: Cited) -> dict[str, list[Run]]:
    """The citation in every style of its language, by the style's name, in the language's order."""

    ui_text = edition.translator(cited.locale)

    return {style: cite(style, cited, ui_text) for style in cited.locale.styles}
