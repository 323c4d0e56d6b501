"""The MLA Handbook, 9th edition: an entry in the list of works cited."""

from __future__ import annotations

from ...model.translator import Translator
from ..cited import PRINT, SECTION, Cited
from ..phrases import from_page, heading, issue, journal, parallel_title, place, quoted, titled, version, what
from ..text import Run, capital, italic, join, located, runs


def cite(cited: Cited, ui_text: Translator) -> list[Run]:
    """An entry in the list of works cited."""
    author = ", ".join(filter(None, (cited.family, cited.given)))
    if cited.kind == PRINT:
        translation = parallel_title(cited)
        title = quoted(cited.original_title, cited, "" if translation else ".")
        title += f" [{quoted(titled(translation, cited), cited)}]." if translation else ""
        source = join(
            [
                journal(cited, ui_text),
                issue(cited, ui_text),
                str(cited.year),
                from_page(cited, ui_text, "citation.from-page.mla"),
            ],
            ", ",
            ".",
        )
        return join([author, runs(f"{title} ", source)], ". ")
    work = italic(titled(cited.title, cited))
    where = place(cited, ui_text, "citation.paragraph.mla")
    facts = [*reversed(what(cited, ui_text)), version(cited, ui_text), str(cited.released.year), where]
    read = Run(f" {ui_text('citation.accessed.mla')}.", "date", "date")
    if cited.kind == SECTION:
        part = f"{quoted(titled(heading(cited), cited), cited, '.')} {cited.year}"
        return runs(join([author, part, join([work, *facts, located(cited)], ", ", ".")], ". "), read)
    edited = join([capital(facts[0]), *facts[1:], located(cited)], ", ", ".")
    return runs(join([author, work, str(cited.year), edited], ". "), read)
