"""The glossary and the index of names: every entry in the page's language, with the paragraphs that mention it."""

from __future__ import annotations

from typing import Any

from ..mentions import mentions, number
from ..model import UNIT, Edition, Page
from ..units import counterpart

GROUPS = ("term", "person", "place", "act", "abbreviation")


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The groups of entries, each in the order of the alphabet of the page's language."""
    found = mentions(edition)
    code = page.locale.code
    groups = []
    for group in GROUPS:
        entries = [
            {
                "id": key,
                "entry": entry,
                "explained": counterpart(edition, page.locale, entry.get("explanation", {}).get("unit", "")),
                "others": [locale for locale in edition.locales if locale != page.locale],
                "units": [(unit, number(unit)) for unit in found[key] if UNIT.fullmatch(unit)],
                "front": [(unit, counterpart(edition, page.locale, unit)) for unit in found[key] if not UNIT.fullmatch(unit)],
            }
            for key, entry in edition.glossary.values.items()
            if entry["group"] == group
        ]
        alphabet = edition.word("alphabet", page.locale)
        entries.sort(key=lambda item: sort_key(item["entry"].get(code, ""), alphabet, group == "person"))
        if entries:
            groups.append((group, entries))
    return {"groups": groups}


def sort_key(name: str, alphabet: str, person: bool) -> tuple[list[int], str]:
    """The place of a name in an alphabet. A person stands under the last word that is no initial.

    Letters that the alphabet lacks go after it, in the order of Unicode; signs that are no letters do not count.
    """
    if person:
        words = [word for word in name.split() if not word.endswith(".")]
        name = " ".join(words[-1:] + words[:-1]) if len(words) <= 2 and len(words) < len(name.split()) else name
    letters = [letter for letter in name.lower() if letter.isalnum() or letter == " "]
    places = [alphabet.find(letter) if letter in alphabet else len(alphabet) + ord(letter) for letter in letters]
    return places, name
