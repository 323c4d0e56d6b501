"""A sentence on a page, or a value in the data, seems to be in another language than it should be.

Left untranslated, it would be served to readers who do not read it, and read out to them with the wrong voice.

Bad:   Мәслихат 1991 жылы құрылды.       (on the Russian page)
Good:  Маслихат создан в 1991 году.      or, where it is quoted: <span lang="kk">…</span>
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model import Edition
from ...wording import sentences, wordings

# Addresses, Roman numerals, and places to be filled in.
_NO_WORDS = re.compile(r"\S+@\S+|\w+://\S+|\b[IVXLC]+\b|\{[^}]*\}")
_FEWEST = 3  # words with a letter that the language does not have
_SHARE = 0.3  # of the words of the sentence; of Kazakh words about a half have one that Russian lacks


def check(edition: Edition) -> Iterator[Problem]:
    """Look for sentences with many letters that the language's alphabet, in strings.yml, does not have."""
    alphabets = edition.strings.values.get("alphabet", {})
    strange = {code: re.compile(rf"[^\W\d_{letters}{letters.upper()}]") for code, letters in alphabets.items()}
    names = {locale.code: locale.name for locale in edition.locales}
    for wording in wordings(edition):
        alphabet = set(alphabets.get(wording.language, "").strip())
        if wording.authors or not alphabet or wording.language not in names:
            continue
        if len(strange[wording.language].findall(wording.words)) < _FEWEST:
            continue
        # What the data quote, or give in brackets, cannot be marked there.
        quoted = "".join("".join(pair) for locale in edition.locales for pair in locale.quotes)
        said = (
            wording.words
            if wording.page
            else re.sub(rf"[{quoted[::2]}(][^{quoted}()]*[{quoted[1::2]})]", "", wording.words)
        )
        for sentence in sentences(_NO_WORDS.sub("", said)):
            words = re.findall(r"[^\W\d_]{2,}", sentence)
            foreign = [word for word in words if not set(word.lower()) <= alphabet]
            if len(foreign) >= _FEWEST and len(foreign) >= _SHARE * len(words):
                likely = _likely(words, alphabets, wording.language)
                start = " ".join(sentence.split()[:4])
                hint = f'translate it, or mark it: lang="{likely}"' if likely else "translate it, or mark its language"
                message = f"{wording.name}: «{start} …» does not seem to be in {names[wording.language]}"
                yield Problem(wording.where(start, 0), message, hint)


def _likely(words: list[str], alphabets: dict[str, str], not_this: str) -> str:
    """The language whose alphabet holds the most of these words."""
    others = {code: sum(set(word.lower()) <= set(letters) for word in words) for code, letters in alphabets.items()}
    others.pop(not_this, None)
    return max(others, key=others.get, default="")
