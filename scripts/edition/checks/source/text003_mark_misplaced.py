"""A text-critical mark does not follow the words of its record, or is in another unit.

Readers take the mark to refer to the word before it.

Bad:   этнограф Ш.Уәлиханов[^tc-p10-8]
Good:  этнограф[^tc-p10-8] Ш.Уәлиханов
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.addressing import ARTICLE
from ...model.edition import Edition
from ...model.page import MARK, NOTE
from ...text.transcription import published
from ...text.unit_ids import counterpart


def check(edition: Edition) -> Iterator[Problem]:
    """Look at the words before each mark in the original, and at the unit of each mark in every language."""
    notes = edition.emendations.notes
    for locale in edition.locales:
        page = edition.pages[locale.code, ARTICLE]
        body = page.body
        for occurrence in page.occurrences:
            if occurrence.key not in notes:
                continue
            record = notes[occurrence.key]
            unit = counterpart(edition, locale, record.unit)
            if occurrence.unit != unit:
                yield Problem(
                    occurrence.place,
                    f"[^{occurrence.key}] is in {occurrence.unit or 'no unit'}, but its record names {unit}",
                )
            elif locale.original:
                words = record.reading or published(edition, record.unit, record.source)
                start = page.spans[occurrence.unit][0]
                if not _as_printed(body[start : occurrence.at]).endswith(words):
                    yield Problem(occurrence.place, f"[^{occurrence.key}] does not follow «{words}»")


def _as_printed(body: str) -> str:
    """Markdown as it looks in print: note marks as [3], without other marks and tags."""

    def note(mark: re.Match[str]) -> str:
        if not NOTE.fullmatch(mark["id"]):
            return mark["space"]
        locator = f", {mark['locator']}" if mark["locator"] else ""
        return f"{mark['space']}[{mark['id'].removeprefix('n')}{locator}]"

    return " ".join(re.sub(r"<[^>]*>|\*\*", "", MARK.sub(note, body)).split())
