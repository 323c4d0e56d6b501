"""Phrases that several styles share, in the words of one language."""

from __future__ import annotations

import re

from ..model.translator import Translator
from .cited import PRINT, Cited
from .text import Run, italic, plain, runs


def initial(cited: Cited) -> str:
    """The author's initial: `B.`"""
    return f"{cited.given[:1]}." if cited.given else ""


def inverted(cited: Cited, between: str = ", ") -> str:
    """The author as a list of references sorts him: `Sheriyazdanov, B.`"""
    return between.join(filter(None, (cited.family, initial(cited))))


def issue(cited: Cited, ui_text: Translator) -> str:
    """The number of the issue: `no. 3 (71)`; empty if it is not known."""
    return ui_text("citation.issue", issue=cited.issue_number) if cited.issue_number else ""


def journal(cited: Cited, ui_text: Translator) -> list[Run]:
    """What stands for the journal, whose name the text does not give.

    Its conjectured name, in brackets with a question mark, as bibliographers write what they supply and doubt; or, if
    there is no conjecture, what it calls itself, in brackets.
    """
    if cited.probable_journal:
        return runs("[", italic(cited.probable_journal), "?]")
    return runs(f"[{ui_text('citation.journal')}]")


def from_page(cited: Cited, ui_text: Translator, key: str = "citation.from-page") -> str:
    """The page that the article begins on; where it ends the text does not say."""
    return ui_text(key, page=cited.first_page) if cited.first_page else ""


def pages(cited: Cited, ui_text: Translator) -> str:
    """The printed pages of a section or paragraph: `pp. [41–42]`; empty if they are not known."""
    if not cited.pages:
        return ""
    return ui_text("citation.pages" if "–" in cited.pages else "citation.page", pages=cited.pages)


def in_print(cited: Cited, ui_text: Translator) -> str:
    """The printed pages, said to be those of the print: `print p. [41]`."""
    return ui_text("citation.in-print", pages=pages(cited, ui_text)) if cited.pages else ""


def first_printed(cited: Cited, ui_text: Translator) -> str:
    """Where and when the original was printed, for a note: journal, year, issue and pages."""
    place = pages(cited, ui_text) or from_page(cited, ui_text, "citation.from-page.note")
    told = ", ".join(filter(None, (plain(journal(cited, ui_text)), str(cited.year), issue(cited, ui_text), place)))
    return ui_text("citation.printed", print=told)


def what(cited: Cited, ui_text: Translator, *more: str) -> list[str]:
    """What kind of work it is: a digital edition, and whose translation, if it is one."""
    kind = [ui_text("citation.edition")]
    return [*kind, *([ui_text("citation.translated")] if cited.translated else []), *more]


def version(cited: Cited, ui_text: Translator, key: str = "citation.version") -> str:
    """The version of the edition."""
    return ui_text(key, version=cited.version)


def paragraph(cited: Cited, ui_text: Translator, key: str = "citation.paragraph") -> str:
    """The paragraph that is cited: `para. 12`; empty if it is none."""
    return ui_text(key, number=cited.number) if cited.number else ""


def place(cited: Cited, ui_text: Translator, key: str = "citation.paragraph") -> str:
    """The paragraph with its printed pages: `para. 12 (print p. [41])`; of a section, the pages alone."""
    number, printed = paragraph(cited, ui_text, key), in_print(cited, ui_text)
    return f"{number} ({printed})" if number and printed else number or printed


def heading(cited: Cited) -> str:
    """The heading of the section cited; in brackets if the edition gave it, for then it is not the author's title."""
    return f"[{cited.heading}]" if cited.heading_by_edition else cited.heading


def quoted(title: str, cited: Cited, mark: str = "") -> str:
    """A title in the quotation marks of the language; a point or comma stands inside where marks are “ ”."""
    begin, end = cited.locale.quotes[0]
    title = _nested(title, cited)
    return f"{begin}{title}{mark}{end}" if end == "”" else f"{begin}{title}{end}{mark}"


def titled(title: str, cited: Cited) -> str:
    """A title with the capitals that American styles set in English: all words but the small ones."""
    small = cited.locale.small_words
    if not small:
        return title
    words = title.split(" ")
    return " ".join(
        word if word in small and 0 < nth < len(words) - 1 else re.sub(r"(?<![^\W_])(?<!’)[^\W_]", _upper, word)
        for nth, word in enumerate(words)
    )


def _upper(letter: re.Match[str]) -> str:
    return letter[0].upper()


def parallel_title(cited: Cited) -> str:
    """The title of the print in the language of the citation, if that is not the original's: the author printed it."""
    return "" if cited.locale.original or cited.kind != PRINT else cited.title


def _nested(title: str, cited: Cited) -> str:
    """Quotation marks within a title become the inner pair."""
    if len(cited.locale.quotes) < 2:
        return title
    outer, inner = cited.locale.quotes[:2]
    return title.translate(str.maketrans("".join(outer), "".join(inner)))
