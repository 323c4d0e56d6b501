"""The Chicago Manual of Style, 17th and 18th editions: a full footnote, from author to address.

A periodical without a known volume is cited by number and date, as Chicago cites magazines; a conjectured name is in
brackets with a question mark.
"""

from __future__ import annotations

from ...model.translator import Translator
from ..cited import PRINT, SECTION, Cited
from ..phrases import from_page, heading, issue, journal, parallel_title, place, quoted, titled, version, what
from ..text import Run, join, located, runs

NAMES_PAGE = True


def cite(cited: Cited, ui_text: Translator) -> list[Run]:
    """A footnote."""
    author = " ".join(filter(None, (cited.given, cited.family)))
    if cited.kind == PRINT:
        translation = parallel_title(cited)
        title = quoted(cited.original_title, cited, "" if translation else ",")
        title += f" [{translation}]," if translation else ""
        source = runs(f"{title} ", journal(cited, ui_text))
        number = issue(cited, ui_text)
        return join([author, source, number, str(cited.year), from_page(cited, ui_text)], ", ", ".")
    title = f"{quoted(titled(cited.title, cited), cited)} ({cited.year})"
    version_and_year = f"{version(cited, ui_text)} ({cited.released.year})"
    where = place(cited, ui_text)
    if cited.kind == SECTION:
        part = titled(heading(cited), cited)
        under = ui_text("citation.under", title=quoted(part, cited, "," if where else ""))
        where = " ".join(filter(None, (under, where)))
    return join([author, title, *what(cited, ui_text, version_and_year), where, located(cited)], ", ", ".")
