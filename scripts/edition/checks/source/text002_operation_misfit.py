"""A recorded operation does not apply to the source: its words are not there, not once only, or overlap another's.

A record that cannot be carried out proves nothing.

Bad:   source: кеңес   (the paragraph has it four times)
Good:  source: жергілікті кеңестің төрағасы
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.transcription import transcribe


def check(edition: Edition) -> Iterator[Problem]:
    """Report what the transcription could not carry out; and annotations whose words the source does not have."""
    transcription = transcribe(edition)
    for misfit in transcription.misfits:
        yield Problem(misfit.place, misfit.message)
    for key, note in edition.emendations.notes.items():
        if note.type not in edition.emendations.types:
            yield Problem(note.place, f"{key}: no type {note.type}")
        if note.emends:
            continue
        if note.unit not in transcription.texts:
            yield Problem(note.place, f"{key}: there is no unit {note.unit}")
            continue
        # An annotation quotes the print; where letters were repaired silently, it may quote the edition.
        texts = (transcription.printed[note.unit], transcription.texts[note.unit])
        if not any(note.source in text.replace("\f", "") for text in texts):
            yield Problem(note.place, f"{key}: «{note.source}» is not in the text of {note.unit}")
