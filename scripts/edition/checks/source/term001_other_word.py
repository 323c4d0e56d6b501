"""A term of the glossary that the Kazakh unit has is rendered by another word in the translation.

The allowed forms are the head-word of the language, its alternatives after a semicolon, and what the entry has under
`forms`; the endings of words are free. Lawyers read a change of term as a change of thing.

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
                    yield Problem(unit.place, f"{name} has «{term}» in the original and no form of it here", hint)
