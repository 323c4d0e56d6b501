"""The citation styles: one module each, whose function `cite` returns the runs of a citation.

A style has the name of its module, with `-` for `_`: `gost-2018`. edition.yml lists the styles of each language in
order; the displayed name is `citation.style.NAME` in strings.yml. `NAMES_PAGE` in a module says that references in its
style can name the page that is quoted; in the other styles, the text names it.
"""

from __future__ import annotations

import importlib
from types import ModuleType

from ...model.edition import Edition
from ...model.translator import Translator
from ..cited import Cited
from ..text import Run


def cite(style: str, cited: Cited, ui_text: Translator) -> list[Run]:
    """A citation in the style with this name."""
    found: list[Run] = _module(style).cite(cited, ui_text)
    return found


def names_page(style: str) -> bool:
    """Whether references in this style can name the page that is quoted."""
    return hasattr(_module(style), "NAMES_PAGE")


def _module(style: str) -> ModuleType:
    return importlib.import_module(f"{__name__}.{style.replace('-', '_')}")


def citations(edition: Edition, cited: Cited) -> dict[str, list[Run]]:
    """The citation in every style of its language, by the style's name, in the language's order."""

    ui_text = edition.translator(cited.locale)

    return {style: cite(style, cited, ui_text) for style in cited.locale.styles}
