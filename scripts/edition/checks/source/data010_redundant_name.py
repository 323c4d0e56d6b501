"""A name under `called` is already known to the search, or belongs to another entry of the glossary.

`called` is for names that readers type and no text contains. The search knows the headword and forms of an entry
anyway; a name that is the headword of another entry would lead to both.

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
                yield Problem(place, f"{key} is called something in «{code}», which is not a language of the edition")
            seen: set[str] = set()
            for name in called.names:
                other = heads.get((code, name.lower()))
                if name.lower() in seen or other == key:
                    yield Problem(place, f"{key} is already called «{name}»", "remove it")
                elif other:
                    yield Problem(place, f"«{name}» is a name of {other}", "keep it in one of the two entries")
                seen.add(name.lower())
