"""The words of a unit have changed since a release, and no record keeps those that it had.

Readers who follow a citation of that release could not see what it said. `build.py --keep-words` takes the old words
from the history of the repository; `build.py --release` does it too.

Bad:   a word changed in p12 after 1.1.0
Good:  the same, after python3 scripts/build.py --keep-words
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.wording import not_kept

WARNING = True


def check(edition: Edition) -> Iterator[Problem]:
    """Look for digests in the records whose words are neither the present ones nor kept."""
    for locale in edition.locales:
        page = edition.article(locale)
        for name, release in not_kept(edition, locale).items():
            message = f"{name}: the words of release {release.number} are not kept"
            place = page.ids.get(name, page.place(0))
            yield Problem(place, message, "python3 scripts/build.py --keep-words")
