"""The glossary and the index of names: every entry in the page's language, with the paragraphs that mention it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ...model.edition import Edition
from ...model.glossary import GlossaryEntry
from ...model.memo import memoized
from ...model.page import UNIT, Locale, Page
from ...text.alphabetical import sort_key
from ...text.mentions import mentions
from ...text.unit_ids import counterpart, number

GROUPS = ("term", "person", "place", "act", "abbreviation")


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The groups of entries in the page's language."""
    return {"groups": groups(edition, page.locale)}


@memoized
def groups(edition: Edition, locale: Locale) -> list[tuple[str, list[dict[str, Any]]]]:
    """The groups of entries, each sorted by the alphabet of the language."""
    alphabet = edition.translator(locale)("alphabet")
    found = []
    for group in GROUPS:
        entries = [_entry(edition, locale, entry) for entry in edition.glossary.values() if entry.group == group]
        # Two words of the original may have the same translation: ЖӨБ and МӘМ are both МСУ in Russian.
        heads = Counter(item["name"] for item in entries)
        for item in entries:
            if heads[item["name"]] > 1:
                item["name"] += f" ({item['entry'].head(edition.original)})"
        entries.sort(key=lambda item: sort_key(item["name"], alphabet))
        if entries:
            found.append((group, entries))
    return found


def _entry(edition: Edition, locale: Locale, entry: GlossaryEntry) -> dict[str, Any]:
    """The context of one entry in a language."""
    mentioning = mentions(edition)[entry.key]
    head = entry.head(locale)
    first = initials(head) if entry.group == "person" else ""
    return {
        "id": entry.key,
        "entry": entry,
        "initials": first,
        "name": head.removeprefix(first).strip(),
        "date": edition.date(entry.span, locale) if entry.span else "",
        "others": [other for other in edition.locales if other != locale],
        "explained": counterpart(edition, locale, entry.explanation.unit.words if entry.explanation else ""),
        "units": [(unit, number(unit)) for unit in mentioning if UNIT.fullmatch(unit)],
        "front": [(unit, counterpart(edition, locale, unit)) for unit in mentioning if not UNIT.fullmatch(unit)],
    }


def initials(name: str) -> str:
    """The initials at the start of a name: `С. Л.` for «С. Л. Мидельский», nothing for «Тәуке хан»."""
    words = name.split()
    count = next((index for index, word in enumerate(words) if not word.endswith(".")), 0)
    # A lower-case particle belongs to the initials: A. de Tocqueville.
    while 0 < count < len(words) - 1 and words[count].islower():
        count += 1
    return " ".join(words[:count])
