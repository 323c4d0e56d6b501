"""APA, 7th edition: a reference list entry. A paragraph is given with the version, and by its address.

No. 3 (71) is not written as 3(71), which would turn the issue into a volume. The title of the print keeps its script.
"""

from __future__ import annotations

from ...model.translator import Translator
from ..cited import PRINT, SECTION, Cited
from ..phrases import from_page, heading, in_print, inverted, journal, paragraph, parallel_title, version, what
from ..text import Run, capital, italic, join, located, runs


def cite(cited: Cited, ui_text: Translator) -> list[Run]:
    """A reference list entry."""
    author = inverted(cited)
    if cited.kind == PRINT:
        translation = parallel_title(cited)
        title = cited.original_title + (f" [{translation}]" if translation else "")
        source = join([journal(cited, ui_text), _issue(cited, ui_text), from_page(cited, ui_text)], ", ")
        return join([f"{author} ({cited.year})", title, source], ". ", ".")
    which = [version(cited, ui_text, "citation.version.apa"), paragraph(cited, ui_text), in_print(cited, ui_text)]
    kind = capital("; ".join(what(cited, ui_text)))
    work = runs(italic(cited.title), f" ({', '.join(filter(None, which))}) [{kind}]")
    if cited.kind == SECTION:
        work = runs(f"{ui_text('citation.in')} ", work)
    address = [*located(cited), Run(" ", needs="address")]
    original = f"({ui_text('citation.original', year=cited.year)})"
    return [
        *join([f"{author} ({cited.released.year})", heading(cited), work], ". "),
        Run(". "),
        *address,
        Run(original),
    ]


def _issue(cited: Cited, ui_text: Translator) -> str:
    whole = ui_text("citation.whole-number", number=cited.whole_number) if cited.whole_number else ""
    numbers = ", ".join(filter(None, (str(cited.issue or ""), whole)))
    return f"({numbers})" if numbers else ""
