"""A recorded operation does not apply to the source: its words are missing, not unique, or overlap another operation.

An operation that cannot be applied proves nothing.

Bad:   source: кеңес   (the paragraph has it four times)
Good:  source: жергілікті кеңестің төрағасы
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.transcription import transcribe


def check(edition: Edition) -> Iterator[Problem]:
    """Report operations that could not be applied, and annotations whose words are not in the source."""
    transcription = transcribe(edition)
    for misfit in transcription.misfits:
        yield Problem(misfit.place, misfit.message)
    for key, note in edition.emendations.notes.items():
        if note.type not in edition.emendations.types:
            yield Problem(note.place, f"{key}: type {note.type} does not exist")
        if note.emends:
            continue
        if note.unit not in transcription.texts:
            yield Problem(note.place, f"{key}: unit {note.unit} does not exist")
            continue
        # An annotation quotes the print, or the edition where letters were repaired silently.
        texts = (transcription.printed[note.unit], transcription.texts[note.unit])
        if not any(note.source in text.replace("\f", "") for text in texts):
            yield Problem(note.place, f"{key}: «{note.source}» is not in the text of {note.unit}")
