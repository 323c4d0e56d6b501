"""The Kazakh wording of a unit has changed since its translation was last confirmed, or was never confirmed.

Readers of the translation see a sign at the paragraph until someone has compared the two. The site is still built. A
heading that the edition added also counts as changed if only its translation was changed.

Bad:   a word emended in p12, and the translation of p12 not reviewed
Good:  python3 scripts/build.py --confirm ru p12, once the Russian says what the Kazakh says
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.translation_status import digests, stale, unconfirmed_headings
from ...text.unit_ids import counterpart, translated
from ...text.units import units

WARNING = True


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the record in translations.yml with the units, and report entries for units that are gone."""
    for locale in edition.locales:
        if locale.original:
            continue
        here = units(edition, locale)
        recorded = edition.translations.values.get(locale.code, {})
        for name in stale(edition, locale):
            unit = here.get(counterpart(edition, locale, name))
            if unit:
                what = (
                    "has changed since this was confirmed"
                    if name in recorded
                    else "has not been compared with this yet"
                )
                hint = f"compare them; then: python3 scripts/build.py --confirm {locale.code} {name}"
                yield Problem(unit.place, f"{name}: the original {what}", hint)
        for name in unconfirmed_headings(edition, locale):
            page = edition.article(locale)
            hint = f"compare it with the original; then: python3 scripts/build.py --confirm {locale.code} {name}"
            yield Problem(page.ids.get(name, page.place(0)), f"{name}: the heading was changed in one language", hint)
        known = {*translated(edition, locale), *digests(edition, locale)}
        for name in recorded:
            if name not in known:
                place = edition.translations.place(locale.code, name)
                yield Problem(place, f"{name} is not a translated unit", "delete the line")
