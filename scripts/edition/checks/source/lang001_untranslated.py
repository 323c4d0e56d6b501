"""A sentence on a page, or a value in the data, seems to be in the wrong language.

Untranslated text cannot be read by its readers, and screen readers pronounce it with the wrong voice.

Bad:   Мәслихат 1991 жылы құрылды.       (on the Russian page)
Good:  Маслихат создан в 1991 году.      or, where it is quoted: <span lang="kk">…</span>
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.passages import Passage, passages, sentences

# Addresses, Roman numerals and placeholders.
_NO_WORDS = re.compile(r"\S+@\S+|\w+://\S+|\b[IVXLC]+\b|\{[^}]*\}")
_FEWEST = 3  # foreign words: words with a letter that the language does not have
_SHARE = 0.3  # of foreign words in the sentence; about half of all Kazakh words have a letter that Russian lacks
_LONG = 3  # words; two languages do not share a sentence of this length by chance


def check(edition: Edition) -> Iterator[Problem]:
    """Look for letters outside the alphabet in strings.yml, and for sentences that two languages share."""
    alphabets = {code: letters.strip() for code, letters in edition.strings.values.get("alphabet", {}).items()}
    letters_of = {code: frozenset(letters) for code, letters in alphabets.items()}
    strange = {code: re.compile(rf"[^\W\d_{letters}{letters.upper()}]") for code, letters in alphabets.items()}
    names = {locale.code: locale.name for locale in edition.locales}
    judged = [(one, sentences(_judged(edition, one))) for one in passages(edition) if not one.authors]
    known = _sentences_by_language(judged)
    for passage, said in judged:
        if passage.language not in names or passage.language not in alphabets:
            continue
        for sentence in said:
            words = re.findall(r"[^\W\d_]{2,}", sentence)
            foreign = [word for word in words if strange[passage.language].search(word)]
            # A capitalised word may be a name.
            plain = [word for word in foreign if word[0].islower()]
            all_of_it = len(foreign) == len(words) and (len(plain) >= 2 or (passage.heading and len(words) > 0))
            many = len(foreign) >= _FEWEST and len(plain) >= 2 and len(foreign) >= _SHARE * len(words)
            if many or all_of_it:
                likely = _likely(words, letters_of, passage.language)
            else:
                shared = {code: letters_of[code] for code in known.get(sentence, ()) if code in letters_of}
                likely = _likely(words, shared, "") if len(words) >= _LONG else ""
                if likely in ("", passage.language):
                    continue
            start = " ".join(sentence.split()[:4])
            how = f'mark it: lang="{likely}"' if passage.page and likely else "mark its language"
            hint = f"translate it, or {how}" if passage.page else "translate it"
            message = f"{passage.name}: «{start} …» does not seem to be in {names[passage.language]}"
            yield Problem(passage.where(start, 0), message, hint)


def _judged(edition: Edition, passage: Passage) -> str:
    """The words that must be in the language; data cannot mark quoted or bracketed words as foreign, so omit them."""
    words = passage.words
    if not passage.page:
        quoted = "".join("".join(pair) for locale in edition.locales for pair in locale.quotes)
        words = re.sub(rf"[{quoted[::2]}(][^{quoted}()]*[{quoted[1::2]})]", "", words)
    return _NO_WORDS.sub("", words)


def _sentences_by_language(judged: list[tuple[Passage, list[str]]]) -> dict[str, list[str]]:
    """The sentences that occur in more than one language, with the languages."""
    found: dict[str, dict[str, None]] = {}
    for passage, said in judged:
        for sentence in said:
            found.setdefault(sentence, {})[passage.language] = None
    return {sentence: list(codes) for sentence, codes in found.items() if len(codes) > 1}


def _likely(words: list[str], alphabets: dict[str, frozenset[str]], not_this: str) -> str:
    """The language whose alphabet covers most of these words; in a tie, the one with the smallest alphabet."""
    others = {code: sum(letters.issuperset(word.lower()) for word in words) for code, letters in alphabets.items()}
    others.pop(not_this, None)
    return max(others, key=lambda code: (others[code], -len(alphabets[code])), default="")
