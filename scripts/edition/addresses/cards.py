"""The cards: a small page in all languages for each paragraph and section, at a language-neutral address."""

from __future__ import annotations

from ..model.addressing import card
from ..model.edition import Edition
from ..model.memo import memoized
from ..text.sections import sections


@memoized
def cards(edition: Edition) -> dict[str, str]:
    """The addresses of the cards, relative to the root of the site, by unit or section: `p12` has `p/12/`."""
    paragraphs = dict.fromkeys(unit for section in sections(edition).values() for unit in section.units)
    return {name: card(name) for name in (*paragraphs, *sections(edition))}
