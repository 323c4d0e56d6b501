"""GOST R 7.0.5-2008, bibliographic reference: short, with points where the description has points and dashes."""

from __future__ import annotations

from ..cited import PRINT, SECTION, Cited
from ..phrases import first_printed, from_page, heading, inverted, issue, journal, paragraph, version, what
from ..text import Run, Word, capital, join, located


def cite(cited: Cited, word: Word) -> list[Run]:
    """A reference as it stands behind the text."""
    author = inverted(cited, " ")
    if cited.kind == PRINT:
        page = capital(from_page(cited, word, "citation.from-page.gost"))
        begin = f"{author} {cited.original_title} // {journal(word)}"
        return join([begin, str(cited.year), capital(issue(cited, word)), page], ". ", ".")
    kind, *translated = what(cited, word)
    whole = " / ".join([f"{cited.title} : {kind}", *translated])
    medium = word("citation.electronic")
    if cited.kind == SECTION:
        begin = f"{author} {heading(cited)} [{medium}] // {whole}"
    else:
        begin = f"{author} " + whole.replace(" : ", f" [{medium}] : ", 1)
    return join(
        [
            begin,
            capital(version(cited, word)),
            str(cited.released.year),
            capital(paragraph(cited, word)),
            first_printed(cited, word),
            [Run("URL: ", needs="address"), *located(cited, f" ({word('citation.accessed')})")],
        ],
        ". ",
        ".",
    )
