"""A label, note or reference in the data has other numbers in one language than in the original.

A wrong year, paragraph or law number in one of three languages is invisible to readers of that language.

Bad:   en: Address of 1 September 2021          (kk: 2020 жылғы 1 қыркүйектегі Жолдау)
Good:  en: Address of 1 September 2020
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.numbers import numbers


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the numbers of every translated entry with those of the original."""
    codes = [locale.code for locale in edition.locales]
    for data in edition.localized_data:
        if data is edition.strings:
            continue  # its numbers are filled in
        for key, words in data.entries(codes):
            if not all(isinstance(words.get(code), str) for code in codes):
                continue
            found = {locale.code: _numbers(words[locale.code], locale.cldr) for locale in edition.locales}
            wanted = found[edition.original.code]
            for code in codes:
                if found[code] != wanted:
                    extra, missing = (
                        "; ".join((a - b).elements()) for a, b in ((found[code], wanted), (wanted, found[code]))
                    )
                    differences = [f"{extra} is not in the original"] if extra else []
                    differences += [f"{missing} of the original is missing"] if missing else []
                    name = ".".join(map(str, key))
                    yield Problem(
                        data.place(*key, code), f"{name}, {code}: {' and '.join(differences)}", "correct one of them"
                    )


def _numbers(words: str, cldr: str) -> Counter[str]:
    return Counter(str(number) for number in numbers(words, cldr))
