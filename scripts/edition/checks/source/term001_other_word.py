"""A translation renders a glossary term of the Kazakh unit with another word.

Allowed forms are the headword of the language, its alternatives after a semicolon, and the entry's `forms`, with any
word endings. To lawyers, another term means another thing.

Bad:   мәслихат rendered as «городской совет»
Good:  мәслихат rendered as «маслихат», or forms: {ru: [представительный орган]} in its entry
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.mentions import mentions
from ...text.term_forms import forms, stands
from ...text.unit_ids import counterpart, translated
from ...text.units import units

WARNING = True


def check(edition: Edition) -> Iterator[Problem]:
    """Look for an allowed form in every translated unit whose original mentions the term."""
    mentioned = mentions(edition)
    for locale in edition.locales:
        if locale.original:
            continue
        here = units(edition, locale)
        names = set(translated(edition, locale))
        for key, entry in edition.glossary.items():
            allowed = forms(entry, locale)
            for name in mentioned[key] if allowed else ():
                unit = here.get(counterpart(edition, locale, name))
                if unit and name in names and not any(stands(form, unit.words) for form in allowed):
                    term = entry.head(edition.original) or key
                    hint = f"allowed: {'; '.join(allowed)}"
                    yield Problem(
                        unit.place, f"{name} has «{term}» in the original, but no allowed form of it here", hint
                    )
