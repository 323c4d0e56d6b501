"""GOST R 7.0.100-2018, bibliographic description: areas divided by a full stop and a dash, content type and medium.

A section is described as a part of the whole (`//`). Brackets mark information that the source does not give: the
journal, whose name is a conjecture, counted page numbers, and headings added by the edition.
"""

from __future__ import annotations

from ...model.translator import Translator
from ..cited import PRINT, SECTION, Cited
from ..phrases import (
    first_printed,
    from_page,
    heading,
    initial,
    inverted,
    issue,
    journal,
    paragraph,
    parallel_title,
    version,
    what,
)
from ..text import Part, Run, capital, join, located, plain

_AREA = ". – "
NAMES_PAGE = True


def cite(cited: Cited, ui_text: Translator) -> list[Run]:
    """A description with the author as heading."""
    author = inverted(cited)
    responsible = " ".join(filter(None, (initial(cited), cited.family)))
    if cited.kind == PRINT:
        title = " = ".join(filter(None, (cited.original_title, parallel_title(cited))))
        return join(
            [
                f"{author} {title} / {responsible}",
                f"{ui_text('citation.text-print')} // {plain(journal(cited, ui_text))}",
                str(cited.year),
                capital(issue(cited, ui_text)),
                capital(from_page(cited, ui_text, "citation.from-page.gost")),
                "" if cited.locale.original else ui_text("citation.in-original-language"),
            ],
            _AREA,
            ".",
        )
    kind, *translated = what(cited, ui_text)
    responsible = " ; ".join([responsible, *translated])
    address = located(cited, f" ({ui_text('citation.accessed')})")
    tail: list[Part] = [
        capital(version(cited, ui_text)),
        str(cited.released.year),
        capital(paragraph(cited, ui_text)),
        first_printed(cited, ui_text),
        [Run("URL: ", needs="address"), *address],
    ]
    if cited.kind == SECTION:
        host = f"{ui_text('citation.text-electronic')} // {cited.title} : {kind}"
        return join([f"{author} {heading(cited)} / {responsible}", host, *tail], _AREA, ".")
    title = f"{author} {cited.title} : {kind} / {responsible}"
    return join([title, *tail, ui_text("citation.text-electronic")], _AREA, ".")
