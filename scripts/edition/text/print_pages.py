"""The print pages of each unit and section, counted from the page breaks that the edition marks."""

from __future__ import annotations

from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import UNIT
from .sections import sections
from .transcription import PAGE
from .units import units

Pages = tuple[int, int]  # the first and the last


@memoized
def print_pages(edition: Edition) -> dict[str, Pages]:
    """The first and last print page of every unit of the original and of every section, by id.

    Empty if edition.yml does not give the article's first page.
    """
    at = edition.facts.article.first_page
    if at is None:
        return {}
    found: dict[str, Pages] = {}
    for name, unit in units(edition, edition.original).items():
        begins = at + unit.witness.startswith(PAGE)
        at += unit.witness.count(PAGE)
        found[name] = (begins, at)
    for name, section in sections(edition).items():
        inner = [found[unit] for unit in (name, *section.units) if unit in found]
        if inner:
            found[name] = (inner[0][0], inner[-1][1])
    return found


def printed(edition: Edition) -> dict[int, str]:
    """Every page on which paragraphs stand, in order, with its number as it is shown: `37`, `[38]`."""
    first = edition.facts.article.first_page
    last = max((end for name, (_, end) in print_pages(edition).items() if UNIT.fullmatch(name)), default=None)
    if first is None or last is None:
        return {}
    return {number: format_pages(edition, (number, number)) for number in range(first, last + 1)}


def format_pages(edition: Edition, pages: Pages) -> str:
    """Pages as text. Page numbers that are counted, not printed, are in brackets, the bibliographic convention for
    supplied information: `37`, `[41]`, `[41–42]`, `37–[38]`.
    """
    first, last = pages
    begins = edition.facts.article.first_page
    if first == last:
        return str(first) if first == begins else f"[{first}]"
    return f"{first}–[{last}]" if first == begins else f"[{first}–{last}]"
