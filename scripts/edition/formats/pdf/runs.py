"""The runs of a unit as the templates take them: lists whose first item tells the kind.

- `["w", text, language, style]`: words; the language is empty for that of the unit; the style `b`, `i`, `bi` or empty
- `["n", id, note, sign, spaced]`, `["c", id, sign]`: a note mark, a text-critical mark
- `["p", id, number, spaced]`: a page of the print begins
- `["s", id]`: a part begins
"""

from __future__ import annotations

from typing import Any

from ...markup.foreign_words import split_by_language
from ...markup.typesetting import typeset
from ...model.edition import Edition
from ...model.emendations import UNSURE
from ...model.page import Locale
from ...text.pieces import CriticalMark, NoteMark, PageBreak, PartStart, Piece, Words
from ...text.walk import Walked

Run = list[Any]


def runs_of(edition: Edition, locale: Locale, unit: Walked) -> list[Run]:
    """The runs of a unit on the page of this language."""
    found = (_run(edition, locale, unit, piece) for piece in unit.pieces)
    return [run for run in found if run]


def data_runs(edition: Edition, locale: Locale, text: str) -> list[Run]:
    """The runs of a text from the data."""
    pieces = split_by_language(edition, typeset(text, locale), locale)
    return [["w", words, code, ""] for words, code in pieces]


def _run(edition: Edition, locale: Locale, unit: Walked, piece: Piece) -> Run:
    if isinstance(piece, Words):
        written = next((one for one in edition.locales if one.code == piece.language), locale)
        style = "b" * piece.strong + "i" * piece.emphasis
        return ["w", typeset(piece.text, written), piece.language if piece.language != unit.language else "", style]
    if isinstance(piece, NoteMark):
        return ["n", piece.id, piece.note, piece.sign, piece.spaced]
    if isinstance(piece, CriticalMark):
        record = edition.emendations.notes.get(piece.id)
        return ["c", piece.id, record.sign if record else UNSURE]
    if isinstance(piece, PageBreak):
        return ["p", piece.id, str(piece.number), piece.spaced]
    return ["s", piece.id] if isinstance(piece, PartStart) else []
