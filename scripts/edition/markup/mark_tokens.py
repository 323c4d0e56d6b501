"""Passes the marks of a page through Python-Markdown.

`model.page` decides what a mark is; the parser only finds its place in the HTML. Before parsing, each mark is replaced
by a numbered token, and a token that ends up in text is replaced by the mark's HTML. So the nth mark of the page is the
nth in the HTML, whatever the order in which the parser handles lists and quotations. A token that ends up elsewhere,
in a title or in code, is turned back into its source, and a check reports it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from ..model.literal_masking import masked
from ..model.page import NOTE, marks
from .signs import mark_element

if TYPE_CHECKING:
    from .extension import EditionExtension

# A number between two private-use characters, which are not allowed in pages (FILE007).
_TOKEN = re.compile("\ue000(?P<number>[0-9]+)\ue001")
_NO_BREAK_SPACE = "\u00a0"


def register(md: markdown.Markdown, extension: EditionExtension) -> None:
    """Register the processors for marks. The priorities fit among the parser's own: white space 30, inline 20."""
    written: list[str] = []
    md.preprocessors.register(_ToTokens(md, written), "edition-marks", 35)
    md.inlinePatterns.register(_Marks(extension), "edition-marks", 175)
    md.treeprocessors.register(_FromTree(md, written), "edition-marks", 19)
    md.postprocessors.register(_FromHtml(md, written), "edition-marks", 5)


class _ToTokens(Preprocessor):
    def __init__(self, md: markdown.Markdown, written: list[str]):
        super().__init__(md)
        self.written = written

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        self.written.clear()
        pieces, reached = [], 0
        for number, mark in enumerate(marks(masked(text))):
            # The preceding space is kept: it may be what makes the line a list item.
            start = mark.start() + len(mark["space"])
            self.written.append(text[start : mark.end()])
            pieces += [text[reached:start], f"\ue000{number}\ue001"]
            reached = mark.end()
        return "".join([*pieces, text[reached:]]).split("\n")


class _Marks(InlineProcessor):
    def __init__(self, extension: EditionExtension):
        super().__init__(f"(?P<space> ?){_TOKEN.pattern}")
        self.extension = extension

    # Python-Markdown's own InlineProcessor has this signature, unlike its base class; the stubs ignore it as well.
    def handleMatch(  # type: ignore[override]
        self, match: re.Match[str], _data: str
    ) -> tuple[Element | None, int | None, int | None]:
        occurrences = self.extension.page.occurrences
        occurrence = occurrences[int(match["number"])]
        element = mark_element(self.extension.edition, self.extension.page, occurrence)
        if match["space"]:
            element.text = _NO_BREAK_SPACE if NOTE.fullmatch(occurrence.key) else " "
        return element, match.start(0), match.end(0)


class _FromTree(Treeprocessor):
    """Restores tokens that are left in the tree: in code, addresses and titles."""

    def __init__(self, md: markdown.Markdown, written: list[str]):
        super().__init__(md)
        self.written = written

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name, value in element.items():
                element.set(name, _restored(value, self.written))
            if element.text:
                element.text = _restored(element.text, self.written)
            if element.tail:
                element.tail = _restored(element.tail, self.written)


class _FromHtml(Postprocessor):
    """Restores tokens that are left in raw HTML, which is not part of the tree."""

    def __init__(self, md: markdown.Markdown, written: list[str]):
        super().__init__(md)
        self.written = written

    def run(self, text: str) -> str:
        return _restored(text, self.written)


def _restored(text: str, written: list[str]) -> str:
    """The text with its tokens restored, as an instance of the same class: the parser marks code by its class."""
    if "\ue000" not in text:
        return text
    return type(text)(_TOKEN.sub(lambda token: written[int(token["number"])], text))
