"""The author's text differs from the source with the recorded operations applied.

The author's text is kept in every language that he wrote and on every page that has it: his Russian abstract is on the
Russian page and on the Kazakh one. Every change that the edition makes is an operation in emendations.yml. Text that
is the same in all languages, such as an e-mail address, is kept in the translations, and so are the author's quotations
in the language of the translation.

Bad:   этнограф in the article, этногроф in source.txt, and no record
Good:  the same with a record: source: этногроф, reading: этнограф
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from ...findings import Place, Problem
from ...markup.bare_text import bare_text
from ...model.edition import Edition
from ...model.text_files import DATA
from ...text.transcription import digest, transcribe, unassigned_lines
from ...text.unit_ids import counterpart, is_authors_own
from ...text.units import Unit, units

MOST = 3  # differences shown per unit
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\w|\w+://\S+\w")


def check(edition: Edition) -> Iterator[Problem]:
    """Compare every unit that the author wrote with its transcription, letter for letter; account for the source."""
    recorded = edition.emendations.source_digest
    if digest(edition) != recorded.words:
        yield Problem(recorded.place, "source.txt does not match its recorded digest")
    for line in unassigned_lines(edition):
        place = Place(f"{DATA}/source.txt", line)
        yield Problem(place, "the line does not belong to exactly one unit of emendations.yml")
    texts = transcribe(edition).texts
    for locale in edition.locales:
        here = units(edition, locale)
        for name, wanted in texts.items():
            if unit := here.get(counterpart(edition, locale, name)):
                if is_authors_own(edition, locale, unit.id):
                    yield from _compare(edition, unit, wanted)
                elif original := units(edition, edition.original).get(name):
                    yield from _kept(edition, unit, original)


def _compare(edition: Edition, unit: Unit, wanted: str) -> Iterator[Problem]:
    """The differences of a unit from what it should be."""
    if unit.witness == wanted:
        return
    differences = list(_differences(wanted, unit.witness))
    said = "; ".join(f"source «{_show(source)}», page «{_show(page)}»" for source, page, _ in differences[:MOST])
    more = f"; and {len(differences) - MOST} more" if len(differences) > MOST else ""
    place = edition.article(unit.locale).find(differences[0][2], unit.id) if differences else unit.place
    message = f"{unit.id} differs from the source: {said or 'white space'}{more}"
    yield Problem(place, message, "record an emendation, or undo the change")


def _kept(edition: Edition, unit: Unit, original: Unit) -> Iterator[Problem]:
    """The author's words that need no translation and are missing from the translated unit."""
    quoted = (bare_text(part) for part in original.element.iter() if part.get("lang") == unit.locale.code)
    for words in (*_ADDRESS.findall(original.words), *quoted):
        if _dashes(words) not in _dashes(unit.words):
            message = f"{unit.id}: the author's «{words}» is missing"
            yield Problem(edition.article(unit.locale).find(words.split()[0], unit.id), message, "as he wrote it")


def _dashes(words: str) -> str:
    """Words with dashes of one length: each language has its own."""
    return " ".join(words.replace("—", "–").split())


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
