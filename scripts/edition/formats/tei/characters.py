"""The published text of a unit of the original, character by character, with the elements around each."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ...model.edition import Edition
from ...text.mentions import mentions, pattern
from ...text.pieces import CriticalMark, NoteMark, PageBreak, PartEnd, PartStart, Words
from ...text.transcription import PAGE
from ...text.walk import Walked
from .tokens import Around, around, mark
from .writing import Writer

Element = Callable[[Writer], None]  # writes an element


@dataclass
class Character:
    """One character of the published text: the elements around it, and what is written for it, if not itself."""

    text: str
    around: Around
    bare: bool = True  # one of the author's words, not of a sign
    written: Element | None = None


def characters_of(edition: Edition, unit: Walked) -> tuple[list[Character], dict[int, list[Element]]]:
    """The characters of the published text, and the marks without any, by the character that follows."""
    found: list[Character] = []
    between: dict[int, list[Element]] = {}
    part = ""
    for piece in unit.pieces:
        inside: Around = (("seg", (("id", part),)),) if part else ()
        match piece:
            case Words():
                elements = around(piece, unit.language, part)
                found += [Character(_space(letter), elements) for letter in piece.text]
            case NoteMark():
                *space, note = mark(edition.original, piece)
                found += [Character(" ", inside, bare=False) for _ in space]
                assert not isinstance(note, str)
                found.append(Character(piece.sign[0], inside, False, note))
                found += [Character(sign, inside, False, _nothing) for sign in piece.sign[1:]]
            case PageBreak():
                (page,) = mark(edition.original, piece)
                assert not isinstance(page, str)
                found.append(Character(PAGE, inside, False, page))
            case CriticalMark():
                (pointer,) = mark(edition.original, piece)
                assert not isinstance(pointer, str)
                between.setdefault(len(found), []).append(pointer)
            case PartStart():
                part = piece.id
            case PartEnd():
                part = ""
    _name(edition, unit, found)
    return found, between


def _space(letter: str) -> str:
    """A character as comparisons have it: every space is a plain one."""
    return " " if letter in "\u00a0\u202f" else letter


def _nothing(_tei: Writer) -> None:
    """What is written for a character that the element before it contains."""


def _name(edition: Edition, unit: Walked, characters: list[Character]) -> None:
    """Put the names and terms of the register around the words that mention them: the longest where several do."""
    bare = [nth for nth, one in enumerate(characters) if one.bare]
    words = "".join(characters[nth].text for nth in bare)
    if words != unit.words:
        return
    taken = [False] * len(words)
    for start, end, key in sorted(_mentioned(edition, unit.id, words), key=lambda one: (one[0] - one[1], one[0])):
        whole = characters[bare[start] : bare[end - 1] + 1]
        if any(taken[start:end]) or any(one.around != whole[0].around for one in whole):
            continue
        taken[start:end] = [True] * (end - start)
        name = ("rs", (("type", edition.glossary[key].group), ("ref", f"#{key}")))
        for one in whole:
            one.around = (*one.around, name)


def _mentioned(edition: Edition, name: str, words: str) -> list[tuple[int, int, str]]:
    found = []
    for key, units in mentions(edition).items():
        if name in units:
            for expression in edition.glossary[key].match:
                for match in pattern(expression.words).finditer(words):
                    end = match.end()
                    while end < len(words) and re.match(r"\w", words[end]):
                        end += 1
                    found.append((match.start(), end, key))
    return found
