"""The glossary and the index of names: every entry in the page's language, with the paragraphs that mention it."""

from __future__ import annotations

from typing import Any

from ..dates import parse
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
                "date": _date(edition, page, entry),
                "initials": initials(entry.get(code, "")) if group == "person" else "",
                "name": entry.get(code, "").removeprefix(initials(entry.get(code, ""))).strip()
                if group == "person" else entry.get(code, ""),
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


def _date(edition: Edition, page: Page, entry: dict[str, Any]) -> str:
    if "date" not in entry:
        return ""
    try:
        return edition.date(parse(str(entry["date"])), page.locale)
    except ValueError:
        return ""  # a check reports it


def initials(name: str) -> str:
    """The initials that a name begins with: `С. Л.` of «С. Л. Мидельский», nothing of «Тәуке хан»."""
    words = name.split()
    count = next((index for index, word in enumerate(words) if not word.endswith(".")), 0)
    # A particle that is written small belongs to what stands before the surname: A. de Tocqueville.
    while 0 < count < len(words) - 1 and words[count].islower():
        count += 1
    return " ".join(words[:count])


def sort_key(name: str, alphabet: str, person: bool) -> tuple[list[int], str]:
    """The place of a name in an alphabet. A person stands under what follows the initials.

    Letters that the alphabet lacks go after it, in the order of Unicode; signs that are no letters do not count.
    """
    if person:
        name = name.removeprefix(initials(name)).strip()
    letters = [letter for letter in name.lower() if letter.isalnum() or letter == " "]
    places = [alphabet.find(letter) if letter in alphabet else len(alphabet) + ord(letter) for letter in letters]
    return places, name
