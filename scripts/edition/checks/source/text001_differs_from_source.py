"""The text of the original differs from the source with the recorded operations applied.

The text is the author's. Every change the edition makes is an operation in emendations.yml.

Bad:   этнограф in the article, этногроф in source.txt, and no record
Good:  the same with a record: source: этногроф, reading: этнограф
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from ...findings import Place, Problem
from ...model.edition import Edition
from ...model.text_files import DATA
from ...text.transcription import digest, transcribe, unaccounted
from ...text.units import units

MOST = 3  # differences shown per unit


def check(edition: Edition) -> Iterator[Problem]:
    """Compare every unit of the original with its transcription, character by character, and account for all lines."""
    recorded = edition.emendations.source_digest
    if digest(edition) != recorded.words:
        yield Problem(recorded.place, "source.txt does not match its recorded digest")
    for line in unaccounted(edition):
        place = Place(f"{DATA}/source.txt", line)
        yield Problem(place, "the line does not belong to exactly one unit of emendations.yml")
    published = units(edition, edition.original)
    for name, wanted in transcribe(edition).texts.items():
        if name in published and published[name].witness != wanted:
            unit = published[name]
            differences = list(_differences(wanted, unit.witness))
            excerpts = "; ".join(
                f"source «{_show(source)}», page «{_show(page)}»" for source, page, _ in differences[:MOST]
            )
            more = f"; and {len(differences) - MOST} more" if len(differences) > MOST else ""
            place = edition.article(edition.original).find(differences[0][2], unit.id) if differences else unit.place
            message = f"{name} differs from the source: {excerpts or 'white space'}{more}"
            yield Problem(place, message, "record an emendation, or undo the change")


def _differences(wanted: str, found: str) -> Iterator[tuple[str, str, str]]:
    """The differing words of source and page, each with a word of context, and the words to find them by."""
    ours, theirs = wanted.split(" "), found.split(" ")
    for kind, a, b, c, d in difflib.SequenceMatcher(a=ours, b=theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            where = _words(theirs[c:d] or theirs[max(0, c - 1) : c])
            yield " ".join(ours[max(0, a - 1) : b + 1]), " ".join(theirs[max(0, c - 1) : d + 1]), where


def _words(words: list[str]) -> str:
    """Words without marks, to be found in the Markdown."""
    return " ".join(re.sub(r"\f|\[[^\]]*\]", " ", " ".join(words)).split())


def _show(text: str) -> str:
    return text.replace("\f", "|page|")
