"""Phrases that several citation styles share, in one language."""

from __future__ import annotations

import re

from babel.dates import format_date

from ..model.translator import Translator
from .cited import PRINT, Cited
from .text import Run, italic, plain, runs


def initial(cited: Cited) -> str:
    """The author's initial: `B.`"""
    return f"{cited.given[:1]}." if cited.given else ""


def inverted(cited: Cited, between: str = ", ") -> str:
    """The author's name, family name first: `Sheriyazdanov, B.`"""
    return between.join(filter(None, (cited.family, initial(cited))))


def issue(cited: Cited, ui_text: Translator) -> str:
    """The issue number: `no. 3 (71)`; empty if unknown."""
    return ui_text("citation.issue", issue=cited.issue_number) if cited.issue_number else ""


def journal(cited: Cited, ui_text: Translator) -> list[Run]:
    """The journal, whose name the text does not give.

    This is its conjectured name in brackets with a question mark, the bibliographic convention for uncertain supplied
    information; or, without a conjecture, a description of the journal in brackets.
    """
    if cited.probable_journal:
        return runs("[", italic(cited.probable_journal), "?]")
    return runs(described_journal(ui_text))


def described_journal(ui_text: Translator) -> str:
    """What the text calls the journal, in brackets, for where its name is unknown or must not be guessed."""
    return f"[{ui_text('citation.journal')}]"


# How one page is named where the first page would be; else as everywhere.
_ONE_PAGE = {"citation.from-page": "citation.page.alone"}


def from_page(cited: Cited, ui_text: Translator, key: str = "citation.from-page") -> str:
    """The first page of the article, of which the text does not give the last; or the page of it that is cited."""
    if cited.pages:
        return ui_text(_ONE_PAGE.get(key, "citation.page"), pages=cited.pages)
    return ui_text(key, page=cited.first_page) if cited.first_page else ""


def pages(cited: Cited, ui_text: Translator) -> str:
    """The print pages of a section or paragraph: `pp. [41–42]`; empty if unknown."""
    if not cited.pages:
        return ""
    return ui_text("citation.pages" if "–" in cited.pages else "citation.page", pages=cited.pages)


def in_print(cited: Cited, ui_text: Translator) -> str:
    """The print pages, labelled as such: `print p. [41]`."""
    return ui_text("citation.in-print", pages=pages(cited, ui_text)) if cited.pages else ""


def first_printed(cited: Cited, ui_text: Translator) -> str:
    """Where and when the original was printed, for a note: journal, year, issue and pages."""
    place = pages(cited, ui_text) or from_page(cited, ui_text, "citation.from-page.note")
    source = ", ".join(filter(None, (plain(journal(cited, ui_text)), str(cited.year), issue(cited, ui_text), place)))
    return ui_text("citation.printed", print=source)


def what(cited: Cited, ui_text: Translator, *more: str) -> list[str]:
    """The kind of work: a digital edition and, for a translation, a statement that it is one."""
    kind = [ui_text("citation.edition")]
    return [*kind, *([ui_text("citation.translated")] if cited.translated else []), *more]


def version(cited: Cited, ui_text: Translator, key: str = "citation.version") -> str:
    """The version of the edition: `version 1.1.0`; `version 1.2.0-dev, unreleased`."""
    number = ui_text(key, version=cited.version)
    return f"{number}, {ui_text('version.unreleased')}" if cited.unreleased else number


def version_and_day(cited: Cited, ui_text: Translator) -> str:
    """The version with its day, within a sentence: `version 1.1.0, 23 November 2026`."""
    return f"{version(cited, ui_text)}, {format_date(cited.released, 'long', locale=cited.locale.cldr)}"


def paragraph(cited: Cited, ui_text: Translator, key: str = "citation.paragraph") -> str:
    """The cited paragraph: `para. 12`; empty if no paragraph is cited."""
    return ui_text(key, number=cited.number) if cited.number else ""


def place(cited: Cited, ui_text: Translator, key: str = "citation.paragraph") -> str:
    """The paragraph with its print pages: `para. 12 (print p. [41])`; for a section, only the pages."""
    number, printed = paragraph(cited, ui_text, key), in_print(cited, ui_text)
    return f"{number} ({printed})" if number and printed else number or printed


def heading(cited: Cited) -> str:
    """The heading of the cited section; in brackets if it was added by the edition and is not the author's."""
    return f"[{cited.heading}]" if cited.heading_by_edition else cited.heading


def quoted(title: str, cited: Cited, mark: str = "") -> str:
    """A title in the quotation marks of the language; a full stop or comma goes inside if they are “ ”."""
    begin, end = cited.locale.quotes[0]
    title = _nested(title, cited)
    return f"{begin}{title}{mark}{end}" if end == "”" else f"{begin}{title}{end}{mark}"


def titled(title: str, cited: Cited) -> str:
    """A title in title case, as American styles require in English: all words capitalized except small ones."""
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
    """The title that the print itself has in the language of the citation; empty for the original's language."""
    return "" if cited.locale.original or cited.kind != PRINT else cited.title


def _nested(title: str, cited: Cited) -> str:
    """The title with its outer quotation marks replaced by the inner pair."""
    if len(cited.locale.quotes) < 2:
        return title
    outer, inner = cited.locale.quotes[:2]
    return title.translate(str.maketrans("".join(outer), "".join(inner)))
