"""A label, note or reference of the data has other numbers in one language than in the others.

A year, a paragraph or the number of a law that is right in two languages and wrong in the third is a slip that no
reader of one language can see.

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
    """Compare the numbers of every entry that is given in each language with the original's."""
    codes = [locale.code for locale in edition.locales]
    for data in edition.localized_data:
        if data is edition.strings:
            continue  # its numbers are filled in
        for key, words in data.entries(codes):
            if not all(isinstance(words.get(code), str) for code in codes):
                continue
            said = {locale.code: _numbers(words[locale.code], locale.cldr) for locale in edition.locales}
            wanted = said[edition.original.code]
            for code in codes:
                if said[code] != wanted:
                    extra, missing = (
                        "; ".join((a - b).elements()) for a, b in ((said[code], wanted), (wanted, said[code]))
                    )
                    told = [f"{extra} is not in the original"] if extra else []
                    told += [f"{missing} of the original is not here"] if missing else []
                    name = ".".join(map(str, key))
                    yield Problem(
                        data.place(*key, code), f"{name}, {code}: {' and '.join(told)}", "correct one of them"
                    )


def _numbers(words: str, cldr: str) -> Counter[str]:
    return Counter(str(number) for number in numbers(words, cldr))
