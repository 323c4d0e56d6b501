"""Sorts names by the alphabet of a language."""

from __future__ import annotations


def sort_key(name: str, alphabet: str) -> tuple[list[int], str]:
    """The sort key of a name in an alphabet.

    Letters outside the alphabet sort after it, in Unicode order; other characters are ignored.
    """
    letters = [letter for letter in name.lower() if letter.isalnum() or letter == " "]
    places = [alphabet.find(letter) if letter in alphabet else len(alphabet) + ord(letter) for letter in letters]
    return places, name
