"""What the glossary knows by which names: its head-words, their forms, and what readers call them besides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..model.edition import Edition
from ..model.glossary import GlossaryEntry
from ..model.page import Locale
from ..text.mentions import mentions
from ..text.term_forms import forms
from ..text.unit_ids import counterpart
from .tables import told

_LONGEST = 6  # words of a name that somebody may type; of the titles of laws, what they are called is looked for
_WORD = re.compile(r"[^\W_]+")
# Initials, and the small word between them and the surname: `A. de` of A. de Tocqueville.
_INITIALS = re.compile(r"^(?:\w{1,2}\. ?)+(?:\w{2} )?")


def entries(edition: Edition, locale: Locale) -> Iterator[tuple[list[str], list[str], str]]:
    """Each entry: its names in this language, all that it is called besides, and the units that mention it.

    The second list has the names in other languages and what readers call it; units stand with spaces between.
    """
    for key, entry in edition.glossary.items():
        own = dict.fromkeys(_names(entry, forms(entry, locale)))
        besides = [_called(entry, locale)]
        for other in edition.locales:
            if other != locale:
                besides += [forms(entry, other), _called(entry, other)]
        # What differs in its alphabet alone is found without being named.
        called = {told(name): name for names in besides for name in _names(entry, names)}
        for name in own:
            called.pop(told(name), None)
        units = dict.fromkeys(counterpart(edition, locale, unit) for unit in mentions(edition)[key])
        if own or called:
            yield [*own], [*called.values()], " ".join(units)


def _called(entry: GlossaryEntry, locale: Locale) -> Sequence[str]:
    """What readers of a language call an entry."""
    return entry.called[locale.code].names if locale.code in entry.called else ()


def _names(entry: GlossaryEntry, names: Iterable[str]) -> Iterator[str]:
    """Names that are short enough, in small letters, of a person without the initials."""
    for name in names:
        if len(_WORD.findall(name)) <= _LONGEST:
            yield (_INITIALS.sub("", name) if entry.group == "person" else name).lower()
