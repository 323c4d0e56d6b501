"""The words of a unit differ from those of the release that the edition says it is.

Citations name the release and promise its words. Spaces that do not break, emphasis, links, note marks, text-critical
marks and page breaks are not words; a letter, a capital or a comma is.

Bad:   version: 1.1.0, and a word of p12 that 1.1.0 did not have
Good:  version: 1.2.0-dev, until python3 scripts/build.py --release 1.2.0
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.wording import digests_of, recorded


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the words of each language with the record of the edition's version, if it is a release."""
    release = next((one for one in recorded(edition) if one.number == edition.facts.version), None)
    if release is None:
        return
    hint = "undo the change, or set version to the next one with -dev in edition.yml"
    for locale in edition.locales:
        page = edition.article(locale)
        then, now = release.words.get(locale.code, {}), digests_of(edition, locale)
        for name in dict.fromkeys((*now, *then)):
            if then.get(name) != now.get(name):
                what = "are not in" if name not in then else "are gone since" if name not in now else "differ from"
                message = f"{name}: the words {what} release {release.number}"
                yield Problem(page.ids.get(name, page.place(0)), message, hint)
