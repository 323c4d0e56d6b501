"""A name under `called` finds an entry of the glossary that it finds without, or another's.

`called` holds what readers type and no text has. The entry's own head-word and forms are known to the search; a name
that is the head-word of another entry would lead there and here.

Bad:   called: {ru: [маслихат]}   (of the entry маслихат)
Good:  called: {ru: [городской совет]}
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.term_forms import forms


def check(edition: Edition) -> Iterator[Problem]:
    """Compare every name with the names of all entries in its language."""
    codes = {locale.code for locale in edition.locales}
    heads = {
        (locale.code, name.lower()): key
        for locale in edition.locales
        for key, entry in edition.glossary.items()
        for name in forms(entry, locale)
    }
    for key, entry in edition.glossary.items():
        for code, called in entry.called.items():
            place = called.place
            if code not in codes:
                yield Problem(place, f"{key} is called something in «{code}», which is no language of the edition")
            seen: set[str] = set()
            for name in called.names:
                other = heads.get((code, name.lower()))
                if name.lower() in seen or other == key:
                    yield Problem(place, f"{key} is called «{name}» already", "take it out")
                elif other:
                    yield Problem(place, f"«{name}» is what {other} is called", "let it lead to one of the two")
                seen.add(name.lower())
