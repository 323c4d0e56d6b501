"""An entry of a data file lacks a language of the edition, or has an unknown one.

A page would show a key, or nothing, instead of a text.

Bad:   label: {kk: …, ru: …}
Good:  label: {kk: …, ru: …, en: …}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition

_CODE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")


def check(edition: Edition) -> Iterator[Problem]:
    """Look at every mapping whose keys include a language of the edition."""
    codes = [locale.code for locale in edition.locales]
    for data in edition.localized_data:
        for key, entry in data.entries(codes):
            name = ".".join(map(str, key))
            for code in codes:
                if code not in entry:
                    yield Problem(data.place(*key), f"{name} has no text in the language {code}")
            for code in entry:
                if _CODE.fullmatch(str(code)) and code not in codes:
                    yield Problem(data.place(*key, code), f"{name}: {code} is not a language of the edition")
    for translator in edition.facts.responsibility.translators:
        if translator.into not in codes or edition.locale(translator.into).original:
            yield Problem(translator.place, f"the article is not translated into {translator.into}")
