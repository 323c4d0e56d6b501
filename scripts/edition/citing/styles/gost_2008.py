"""GOST R 7.0.5-2008, bibliographic reference: short, with full stops instead of full stops and dashes."""

from __future__ import annotations

from ...model.translator import Translator
from ..cited import PRINT, SECTION, Cited
from ..phrases import first_printed, from_page, heading, inverted, issue, journal, paragraph, version, what
from ..text import Run, capital, join, located, plain

NAMES_PAGE = True


def cite(cited: Cited, ui_text: Translator) -> list[Run]:
    """A reference, as in a list after the text."""
    author = inverted(cited, " ")
    if cited.kind == PRINT:
        page = capital(from_page(cited, ui_text, "citation.from-page.gost"))
        begin = f"{author} {cited.original_title} // {plain(journal(cited, ui_text))}"
        return join([begin, str(cited.year), capital(issue(cited, ui_text)), page], ". ", ".")
    kind, *translated = what(cited, ui_text)
    whole = " / ".join([f"{cited.title} : {kind}", *translated])
    medium = ui_text("citation.electronic")
    if cited.kind == SECTION:
        begin = f"{author} {heading(cited)} [{medium}] // {whole}"
    else:
        begin = f"{author} " + whole.replace(" : ", f" [{medium}] : ", 1)
    return join(
        [
            begin,
            capital(version(cited, ui_text)),
            str(cited.released.year),
            capital(paragraph(cited, ui_text)),
            first_printed(cited, ui_text),
            [Run("URL: ", needs="address"), *located(cited, f" ({ui_text('citation.accessed')})")],
        ],
        ". ",
        ".",
    )
