"""The walk, over which every format is written."""

from __future__ import annotations

from edition.model.edition import Edition
from edition.text.pieces import as_printed
from edition.text.units import units
from edition.text.walk import walk


def test_walk_has_the_words_and_the_marks_of_every_unit(edition: Edition) -> None:
    for locale in edition.locales:
        walked = {unit.id: unit for unit in walk(edition, locale)}
        for name, unit in units(edition, locale).items():
            assert walked[name].words == unit.words, name
            assert as_printed(walked[name].pieces) == unit.witness, name
