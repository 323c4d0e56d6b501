"""Phrases that several styles share, in the words of one language."""

from __future__ import annotations

import re

from .cited import PRINT, Cited
from .text import Word


def initial(cited: Cited) -> str:
    """The author's initial: `B.`"""
    return f"{cited.given[:1]}." if cited.given else ""


def inverted(cited: Cited, between: str = ", ") -> str:
    """The author as a list of references sorts him: `Sheriyazdanov, B.`"""
    return between.join(filter(None, (cited.family, initial(cited))))


def issue(cited: Cited, word: Word) -> str:
    """The number of the issue: `no. 3 (71)`; empty if it is not known."""
    return word("citation.issue", issue=cited.numbered) if cited.numbered else ""


def journal(word: Word) -> str:
    """What stands for the journal, whose name the text does not give: what it calls itself, in brackets."""
    return f"[{word('citation.journal')}]"


def from_page(cited: Cited, word: Word, key: str = "citation.from-page") -> str:
    """The page that the article begins on; where it ends the text does not say."""
    return word(key, page=cited.first_page) if cited.first_page else ""


def pages(cited: Cited, word: Word) -> str:
    """The printed pages of a section or paragraph: `pp. [41–42]`; empty if they are not known."""
    if not cited.pages:
        return ""
    return word("citation.pages" if "–" in cited.pages else "citation.page", pages=cited.pages)


def in_print(cited: Cited, word: Word) -> str:
    """The printed pages, said to be those of the print: `print p. [41]`."""
    return word("citation.in-print", pages=pages(cited, word)) if cited.pages else ""


def first_printed(cited: Cited, word: Word) -> str:
    """Where and when the original was printed, for a note: journal, year, issue and pages."""
    place = pages(cited, word) or from_page(cited, word, "citation.from-page.note")
    told = ", ".join(filter(None, (journal(word), str(cited.year), issue(cited, word), place)))
    return word("citation.printed", print=told)


def what(cited: Cited, word: Word, *more: str) -> list[str]:
    """What kind of work it is: a digital edition, and whose translation, if it is one."""
    kind = [word("citation.edition")]
    return [*kind, *([word("citation.translated")] if cited.translated else []), *more]


def version(cited: Cited, word: Word, key: str = "citation.version") -> str:
    """The version of the edition."""
    return word(key, version=cited.version)


def paragraph(cited: Cited, word: Word, key: str = "citation.paragraph") -> str:
    """The paragraph that is cited: `para. 12`; empty if it is none."""
    return word(key, number=cited.number) if cited.number else ""


def place(cited: Cited, word: Word, key: str = "citation.paragraph") -> str:
    """The paragraph with its printed pages: `para. 12 (print p. [41])`; of a section, the pages alone."""
    number, printed = paragraph(cited, word, key), in_print(cited, word)
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
