"""The names of glossary entries: headwords, their forms, and the names that readers use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..model.edition import Edition
from ..model.glossary import GlossaryEntry
from ..model.page import Locale
from ..text.mentions import mentions
from ..text.term_forms import forms
from ..text.unit_ids import counterpart
from .tables import fold

_LONGEST = 6  # words of a name that readers may type; laws with longer titles are found by their `called` names
_WORD = re.compile(r"[^\W_]+")
# Initials, and a particle between them and the surname: `A. de` in A. de Tocqueville.
_INITIALS = re.compile(r"^(?:\w{1,2}\. ?)+(?:\w{2} )?")


def entries(edition: Edition, locale: Locale) -> Iterator[tuple[list[str], list[str], str]]:
    """For each entry: its names in this language, its other names, and the units that mention it.

    The other names are those in other languages and those that readers use. The units are separated by spaces.
    """
    for key, entry in edition.glossary.items():
        own = dict.fromkeys(_names(entry, forms(entry, locale)))
        besides = [_called(entry, locale)]
        for other in edition.locales:
            if other != locale:
                besides += [forms(entry, other), _called(entry, other)]
        # Names that differ only in their alphabet are found anyway.
        called = {fold(name): name for names in besides for name in _names(entry, names)}
        for name in own:
            called.pop(fold(name), None)
        units = dict.fromkeys(counterpart(edition, locale, unit) for unit in mentions(edition)[key])
        if own or called:
            yield [*own], [*called.values()], " ".join(units)


def _called(entry: GlossaryEntry, locale: Locale) -> Sequence[str]:
    """The names that readers of a language use for an entry."""
    return entry.called[locale.code].names if locale.code in entry.called else ()


def _names(entry: GlossaryEntry, names: Iterable[str]) -> Iterator[str]:
    """The names that are short enough, in lower case, without the initials of persons."""
    for name in names:
        if len(_WORD.findall(name)) <= _LONGEST:
            yield (_INITIALS.sub("", name) if entry.group == "person" else name).lower()
