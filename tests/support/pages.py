"""The pages and units of the real edition, by name and address."""

from __future__ import annotations

from functools import cache

from edition.model.reader import read_edition
from edition.text.sections import sections

from .projects import ROOT

FOLDERS = {"kk": "", "ru": "ru/", "en": "en/"}
ARTICLES = tuple(f"/{folder}" for folder in FOLDERS.values())
NAMES = ("", "timeline/", "glossary/", "notes/", "parallel/", "about/", "data/", "search/", "changes/")
ADDRESSES = tuple(f"/{folder}{name}" for folder in FOLDERS.values() for name in NAMES)
CARDS = ("/p/12/", "/p/23/", "/s/results/", "/s/methods/")
MISSING = "/404.html"
# Every kind of page in every language.
EVERY = (*ADDRESSES, *CARDS, MISSING)
# A sample of paragraphs and sections: first and last, long and short, with items, with notes, with a retired id.
A_FEW = ("p1", "p10", "p23", "p33", "p52", "introduction", "results-stages", "conclusions")


@cache
def units() -> tuple[str, ...]:
    """The ids of all paragraphs and sections."""
    return (*(f"p{number}" for number in range(1, 53)), *sections(read_edition(ROOT)))
