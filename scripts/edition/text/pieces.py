"""What a unit consists of: runs of words, marks, page breaks, and the limits of its parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..markup.bare_text import fold


@dataclass(frozen=True)
class Words:
    """A run of text in one language. White space is collapsed; no-break spaces are only those that are written.

    `language` is the code of the run's language.
    """

    text: str
    language: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True)
class NoteMark:
    """A note mark: its id (`n3-b`), the id of its note (`n3`), the number as printed, its locator or an empty string.

    `spaced` says whether it stands apart from the word before it.
    """

    id: str
    note: str
    number: str
    locator: str
    spaced: bool

    @property
    def sign(self) -> str:
        """The mark as printed, `[4, Т.4. 77 б.]`."""
        return f"[{self.number}, {self.locator}]" if self.locator else f"[{self.number}]"


@dataclass(frozen=True)
class CriticalMark:
    """The mark of a text-critical note, by the note's id. It follows the words that the note is about."""

    id: str


@dataclass(frozen=True)
class PageBreak:
    """The beginning of a page of the print: its id, `pb41`, and the page's number. `spaced` as in `NoteMark`."""

    id: str
    number: int
    spaced: bool


@dataclass(frozen=True)
class PartStart:
    """The beginning of a part of a unit, by the part's id, `p23-1`."""

    id: str


@dataclass(frozen=True)
class PartEnd:
    """The end of the part of this id."""

    id: str


Piece = Words | NoteMark | CriticalMark | PageBreak | PartStart | PartEnd


def plain(pieces: Iterable[Piece]) -> str:
    """The words of these pieces."""
    return fold("".join(piece.text for piece in pieces if isinstance(piece, Words)))


def as_printed(pieces: Iterable[Piece]) -> str:
    """The words and note marks of these pieces, with a form feed at each page break, as `Unit.witness` has them."""

    def printed(piece: Piece) -> str:
        if isinstance(piece, Words):
            return piece.text
        if isinstance(piece, NoteMark):
            return f"{' ' if piece.spaced else ''}{piece.sign}"
        return "\f" if isinstance(piece, PageBreak) else ""

    return fold("".join(map(printed, pieces)))
