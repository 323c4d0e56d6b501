"""The letters of the font of the PDFs, Libertinus Serif as Typst brings it along.

letters.txt has ranges of code points in hexadecimal, of the scripts in question; a test asks Typst for each of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("letters.txt")


def missing(text: str) -> Iterator[str]:
    """The letters and signs of a text that the font does not have, each once, in order."""
    known = _letters()
    return (letter for letter in dict.fromkeys(text) if letter not in known and not letter.isspace())


@cache
def _letters() -> frozenset[str]:
    ranges = (line.partition("-") for line in _FILE.read_text(encoding="ascii").split())
    return frozenset(
        chr(code) for first, _, last in ranges for code in range(int(first, 16), int(last or first, 16) + 1)
    )
