"""The article in each language as plain text: `files/ru.txt`.

One unit is one line. Lines of text begin after a margin, in which the number of a paragraph stands. Note marks are
as printed; a page of the print begins at its number in braces, `{41}`. The notes follow at the end.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..citing.cited import the_edition
from ..citing.phrases import version_and_day
from ..citing.styles import citations
from ..citing.text import plain
from ..model.edition import Edition
from ..model.page import Locale
from ..text.critical_notes import explanation
from ..text.pieces import NoteMark, PageBreak, Piece, Words
from ..text.unit_ids import number, own_name
from ..text.walk import HEADING, ITEM, TITLE, Walked, walk
from .files import FOLDER

_MARGIN = 6  # characters


def paths(edition: Edition) -> list[str]:
    """One file for each language."""
    return [f"{FOLDER}/{locale.code}.txt" for locale in edition.locales]


def content(edition: Edition, path: str) -> str:
    """The text of one language: a head, the units, the notes, the text-critical notes."""
    locale = edition.locale(path.removeprefix(f"{FOLDER}/").removesuffix(".txt"))
    ui_text = edition.translator(locale)
    blocks = [
        [_indented(line) for line in _head(edition, locale)],
        *([_line(unit)] for unit in walk(edition, locale)),
        [_indented(ui_text("notes.title")), "", _indented(ui_text("notes.missing")), *_notes(edition, locale)],
        [_indented(ui_text("format.critical-notes")), "", *_critical_notes(edition, locale)],
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def written(pieces: tuple[Piece, ...]) -> str:
    """The words, the note marks as printed, and the number of each page of the print where it begins, in braces."""
    found = ""
    for piece in pieces:
        if isinstance(piece, Words):
            found += piece.text
        elif isinstance(piece, NoteMark):
            found += f"{' ' if piece.spaced else ''}{piece.sign}"
        elif isinstance(piece, PageBreak):
            found += f" {{{piece.number}}}" if found else f"{{{piece.number}}} "
    return found


def _head(edition: Edition, locale: Locale) -> Iterator[str]:
    ui_text = edition.translator(locale)
    cited = the_edition(edition, locale)
    yield ui_text("format.of-edition", version=version_and_day(cited, ui_text))
    yield plain(next(iter(citations(edition, cited).values())), cited.url)
    yield ui_text("format.rights")
    yield ui_text("format.text.signs")


def _line(unit: Walked) -> str:
    words = written(unit.pieces)
    if unit.kind in (TITLE, HEADING):
        return "\n" + _indented(f"[{words}]" if unit.by_edition else words)
    margin = number(unit.id) if number(unit.id) != unit.id else ""
    return f"{margin:>{_MARGIN - 2}}  {f'{unit.marker} ' if unit.kind == ITEM else ''}{words}"


def _notes(edition: Edition, locale: Locale) -> Iterator[str]:
    ui_text = edition.translator(locale)
    for key, note in edition.references.items():
        sign = f"[{key.removeprefix('n')}]"
        status = ui_text(f"notes.status.{note.status}")
        yield f"{sign:>{_MARGIN - 2}}  {note.entry[locale.code]} ({status}) {note.basis[locale.code]}"


def _critical_notes(edition: Edition, locale: Locale) -> Iterator[str]:
    ui_text = edition.translator(locale)
    for key, note in edition.emendations.notes.items():
        own, _ = own_name(edition, note.unit)
        place = number(note.unit) if number(note.unit) != note.unit else own
        kind = ui_text(f"critical.{note.kind}.name")
        lemma = f"{note.reading} ] {ui_text('critical.source-has')} {note.source}" if note.emends else note.source
        reason = explanation(edition, key, locale)
        yield f"{place:>{_MARGIN - 2}}  {lemma} ({kind})" + (f" {reason}" if reason else "")


def _indented(words: str) -> str:
    return " " * _MARGIN + words if words else ""
