"""The edition as PDF: one file per language, and one with all languages side by side, typeset by Typst.

The templates are in overrides/formats/pdf/; each takes its whole input as one JSON text (`contents`, `side_by_side`).
"""

from __future__ import annotations

import json

from ...model.edition import Edition
from .. import files
from .contents import contents
from .side_by_side import side_by_side
from .typesetting import made

_PARALLEL = "parallel"
_TEI = f"{files.FOLDER}/edition.xml"


def paths(edition: Edition) -> list[str]:
    """The paths of all PDFs."""
    return [f"{files.FOLDER}/{name}.pdf" for name in (*(locale.code for locale in edition.locales), _PARALLEL)]


def content(edition: Edition, path: str) -> bytes:
    """One PDF. Raises ValueError if Typst cannot typeset it."""
    name = path.removeprefix(f"{files.FOLDER}/").removesuffix(".pdf")
    if name == _PARALLEL:
        template, data = "parallel.typ", side_by_side(edition)
    else:
        template, data = "article.typ", contents(edition, edition.locale(name))
    attached = files.content(edition, _TEI) if _TEI in files.paths(edition) else b""
    inputs = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return made(edition, template, inputs, attached)
