"""The content of a unit as tokens, each with the elements around it; written so that like elements join."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from ...model.page import Locale
from ...text.pieces import CriticalMark, NoteMark, PageBreak, PartEnd, PartStart, Words
from ...text.walk import Walked
from .writing import Writer, identifier

# The elements around a token, outermost first: the name of each, and its attributes in order.
Around = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True)
class Token:
    """Some text, or something that writes an element, within the elements `around`."""

    around: Around
    content: str | Callable[[Writer], None]


def around(words: Words, language: str, part: str = "") -> Around:
    """The elements around words of a unit that is in this language; `part` is the xml:id of the part they are in."""
    found: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    if part:
        found.append(("seg", (("id", part),)))
    if words.language != language:
        found.append(("foreign", (("lang", words.language),)))
    if words.strong:
        found.append(("hi", (("rend", "bold"),)))
    if words.emphasis:
        found.append(("emph", ()))
    return tuple(found)


def tokens(locale: Locale, unit: Walked) -> list[Token]:
    """The content of a unit of a translation."""
    found: list[Token] = []
    part = ""
    for piece in unit.pieces:
        inside = (("seg", (("id", part),)),) if part else ()
        match piece:
            case Words():
                found.append(Token(around(piece, unit.language, part), piece.text))
            case PartStart():
                part = identifier(locale, piece.id)
            case PartEnd():
                part = ""
            case _:
                found += [Token(inside, one) for one in mark(locale, piece)]
    return found


def mark(locale: Locale, piece: NoteMark | CriticalMark | PageBreak) -> list[str | Callable[[Writer], None]]:
    """What stands for a mark: the sign of a note as printed, a pointer to a text-critical note, a page break."""
    name = identifier(locale, piece.id)
    match piece:
        case NoteMark():
            note = element("ref", piece.sign, type="note", id=name, target=f"#{piece.note}")
            return [" ", note] if piece.spaced else [note]
        case CriticalMark():
            return [element("ptr", type="critical", target=f"#{piece.id}")]
        case PageBreak():
            return [element("pb", id=name, n=str(piece.number), ed="print")]


def element(name: str, text: str = "", /, **attributes: str) -> Callable[[Writer], None]:
    """A function that writes an element, as `Writer.add` does."""

    def written(tei: Writer) -> None:
        tei.add(name, text, **attributes)

    return written


def common(one: Around, other: Around) -> Around:
    """The outer elements that both have."""
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    return one[:shared]


def write(tei: Writer, found: Iterable[Token] | Sequence[Token]) -> None:
    """Write tokens, each element around them once for as long as it goes on."""
    opened: Around = ()
    stacks: list[ExitStack] = []
    for token in found:
        shared = len(common(opened, token.around))
        while len(stacks) > shared:
            stacks.pop().close()
        for name, attributes in token.around[shared:]:
            stack = ExitStack()
            stack.enter_context(tei.inside(name, **dict(attributes)))
            stacks.append(stack)
        opened = token.around
        if isinstance(token.content, str):
            tei.text(token.content)
        else:
            token.content(tei)
    while stacks:
        stacks.pop().close()
