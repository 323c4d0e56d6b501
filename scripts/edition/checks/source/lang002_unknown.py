"""A page marks words with a language code that does not exist.

Screen readers then use the voice of the page. Language codes are not country codes.

Bad:   <span lang="kz">ҚР ҒМ</span>
Good:  <span lang="kk">ҚР ҒМ</span>
"""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from ...findings import Problem
from ...markup.parsing import parse_page
from ...model.edition import Edition


def check(edition: Edition) -> Iterator[Problem]:
    """Look up every language code of a page in the Unicode CLDR."""
    known = " ".join(locale.code for locale in edition.locales)
    for page in edition.pages.values():
        for code in dict.fromkeys(parse_page(edition, page).xpath(".//@lang")):
            try:
                Locale.parse(code.replace("-", "_"))
            except (ValueError, UnknownLocaleError):
                place = page.find(f'lang="{code}"')
                yield Problem(place, f"{code} is not a language code", f"the languages of this edition are {known}")
