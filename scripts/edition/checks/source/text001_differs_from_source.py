"""The original's text differs from what the source and the recorded operations prescribe.

The author's text is his. Whatever the edition changes is an operation in emendations.yml; nothing else is changed.

Bad:   этнограф in the article, этногроф in source.txt, and no record
Good:  the same with a record: source: этногроф, reading: этнограф
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ...findings import Place, Problem
from ...model import DATA, Edition
from ...transcription import digest, transcribe, unaccounted
from ...units import units


def check(edition: Edition) -> Iterator[Problem]:
    """Compare every unit of the original with its transcription, character by character; and account for the source."""
    recorded = edition.emendations.values["source"]["sha256"]
    if digest(edition) != recorded:
        yield Problem(edition.emendations.place("source", "sha256"), "source.txt is not the text that was recorded")
    for line in unaccounted(edition):
        place = Place(f"{DATA}/source.txt", line)
        yield Problem(place, "the line belongs to no unit of emendations.yml, or to more than one")
    published = units(edition, edition.original)
    for name, wanted in transcribe(edition).texts.items():
        if name in published and published[name].witness != wanted:
            unit = published[name]
            yield Problem(
                unit.place,
                f"{name} differs from the source: {_difference(wanted, unit.witness)}",
                "record an emendation, or take the change back",
            )


def _difference(wanted: str, found: str) -> str:
    """The first difference in words, with a word around it."""
    ours, theirs = wanted.split(" "), found.split(" ")
    for kind, a, b, c, d in difflib.SequenceMatcher(a=ours, b=theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            source = " ".join(ours[max(0, a - 1) : b + 1])
            page = " ".join(theirs[max(0, c - 1) : d + 1])
            return f"source «{_show(source)}», page «{_show(page)}»"
    return "white space"


def _show(text: str) -> str:
    return text.replace("\f", "|page|")
