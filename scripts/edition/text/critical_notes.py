"""The words of the text-critical notes."""

from __future__ import annotations

from ..model.edition import Edition
from ..model.page import Locale
from .transcription import occurrences_elsewhere


def explanation(edition: Edition, key: str, locale: Locale) -> str:
    """The words of a note in a language, with what is counted filled in; empty if it has none."""
    words = (edition.emendations.notes[key].note or {}).get(locale.code, "")
    return words.replace("{elsewhere}", str(occurrences_elsewhere(edition, key))) if "{elsewhere}" in words else words
