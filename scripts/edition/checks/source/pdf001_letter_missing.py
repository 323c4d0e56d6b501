"""A text of the PDFs has a letter that their font does not have.

The PDFs are typeset in one font, on every machine the same, and a letter that it lacks would be left blank. The font
has Latin, Greek and Cyrillic with the Kazakh letters, and common signs.

Bad:   The sign ⚑ in a paragraph
Good:  A flag in a paragraph
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...formats.pdf.letters import missing
from ...model.edition import Edition
from ...text.walk import walk

_HINT = "write it in other letters, or give the PDFs a font that has it"


def check(edition: Edition) -> Iterator[Problem]:
    """Check the units in every language, the notes and the text-critical notes."""
    for locale in edition.locales:
        page = edition.article(locale)
        for unit in walk(edition, locale):
            for letter in missing(unit.words):
                yield Problem(page.find(letter, unit.id), _told(unit.id, letter), _HINT)
    for reference in edition.references.values():
        for letter in missing("".join([*reference.entry.values(), *reference.basis.values()])):
            yield Problem(reference.place, _told(reference.key, letter), _HINT)
    for note in edition.emendations.notes.values():
        words = [note.reading, note.source, note.suggestion, *note.alternatives, *(note.note or {}).values()]
        for letter in missing("".join(words)):
            yield Problem(note.place, _told(note.key, letter), _HINT)


def _told(name: str, letter: str) -> str:
    return f"{name}: the font of the PDFs has no {letter} (U+{ord(letter):04X})"
