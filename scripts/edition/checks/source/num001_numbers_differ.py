"""A unit has other numbers or dates in a translation than in the original.

Readers look up years, articles of laws, percentages and counts. The form may differ: a century may be Roman or Arabic
(XIX ғасыр, XIX в., 19th century), a month a word or a figure (15.02.1991, 15 февраля 1991 г.), and thousands are
grouped as usual in the language.

Bad:   the law of 15 February 1990   (Kazakh: 15.02.1991)
Good:  the law of 15 February 1991
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from ...findings import Place, Problem
from ...markup.bare_text import bare_text
from ...markup.parsing import parse_page
from ...model.edition import Edition
from ...model.page import Locale
from ...text.numbers import Day, Number, days, numbers
from ...text.unit_ids import is_authors_own
from ...text.units import units

_Text = tuple[str, Place]  # words and their place
_Reader = Callable[[str, str], Sequence[Number | Day]]  # takes a text and its CLDR locale: `numbers` or `days`


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the numbers and dates of every paragraph and heading with those of the original."""
    original = _texts(edition, edition.original)
    for locale in edition.locales:
        for name, ours in _texts(edition, locale).items() if not locale.original else ():
            if name in original and not is_authors_own(edition, locale, name):
                theirs, _ = original[name]
                found = list(_compare(edition, locale, name, theirs, ours, numbers))
                # Equal numbers may still form different dates.
                yield from found or _compare(edition, locale, name, theirs, ours, days)


def _texts(edition: Edition, locale: Locale) -> dict[str, _Text]:
    """The words and places of every unit of an article, and of the headings that the edition added."""
    page = edition.article(locale)
    found = {name: (unit.words, unit.place) for name, unit in units(edition, locale).items()}
    for heading in parse_page(edition, page).iter("h2", "h3", "h4", "h5", "h6"):
        name = heading.get("id")
        if name in page.ids:
            found.setdefault(name, (bare_text(heading), page.ids[name]))
    return found


def _compare(edition: Edition, locale: Locale, name: str, theirs: str, ours: _Text, read: _Reader) -> Iterator[Problem]:
    """The values that only one of two texts has, as one of the readers finds them."""
    words, place = ours
    wanted, found = read(theirs, edition.original.cldr), read(words, locale.cldr)
    missing, extra = (Counter(map(str, a)) - Counter(map(str, b)) for a, b in ((wanted, found), (found, wanted)))
    if not missing and not extra:
        return
    differences = [f"{', '.join(missing.elements())} of the original is missing"] if missing else []
    differences += [f"{', '.join(extra.elements())} is not in the original"] if extra else []
    if extra:
        first = next(one for one in found if str(one) in extra)
        place = edition.article(locale).find(first.said, name, sum(one.said == first.said for one in found) - 1)
    yield Problem(place, f"{name}: {'; '.join(differences)}")
