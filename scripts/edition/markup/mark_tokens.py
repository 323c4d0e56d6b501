"""The marks of a page on their way through Python-Markdown.

`model.page` decides what a mark is; the parser only finds its place in the HTML. Before the parser begins, each mark is
replaced by a token with its number, and where the token ends up in text, the mark's HTML takes its place. So the nth
mark of the page is the nth in the HTML, whatever the order in which the parser handles lists and quotations. A token
that ends up elsewhere, in a title or in code, is turned back into what was written, and a check reports it.
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

# A number between two private characters, which no page may have (FILE007).
_TOKEN = re.compile("\ue000(?P<number>[0-9]+)\ue001")
_NO_BREAK_SPACE = "\u00a0"


def register(md: markdown.Markdown, extension: EditionExtension) -> None:
    """Put all that marks need into a parser. Priorities are places in its own order: white space 30, inline 20."""
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
            # The space before it may be what makes a list of its line.
            start = mark.start() + len(mark["space"])
            self.written.append(text[start : mark.end()])
            pieces += [text[reached:start], f"\ue000{number}\ue001"]
            reached = mark.end()
        return "".join([*pieces, text[reached:]]).split("\n")


class _Marks(InlineProcessor):
    def __init__(self, extension: EditionExtension):
        super().__init__(f"(?P<space> ?){_TOKEN.pattern}")
        self.extension = extension

    # Python-Markdown's own InlineProcessor departs so from the Pattern it is derived from; the stubs ignore it as well.
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
    """Where tokens are left in the tree: in code, in addresses and titles."""

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
    """Where they are left in raw HTML, which is no part of the tree."""

    def __init__(self, md: markdown.Markdown, written: list[str]):
        super().__init__(md)
        self.written = written

    def run(self, text: str) -> str:
        return _restored(text, self.written)


def _restored(text: str, written: list[str]) -> str:
    """A text with what was written in the place of tokens, still of its kind: the parser tells code by its class."""
    if "\ue000" not in text:
        return text
    return type(text)(_TOKEN.sub(lambda token: written[int(token["number"])], text))
