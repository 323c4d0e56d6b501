"""On which pages of the print each unit and each section stands: counted from the breaks that the edition marks."""

from __future__ import annotations

from ..model.edition import Edition
from ..model.memo import memoized
from .sections import sections
from .transcription import PAGE
from .units import units

Pages = tuple[int, int]  # the first and the last


@memoized
def printed(edition: Edition) -> dict[str, Pages]:
    """The first and the last page of every unit of the original and of every section, by their ids.

    Empty if edition.yml does not say on which page the article begins.
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


def shown(edition: Edition, pages: Pages) -> str:
    """Pages in figures. What was counted and is not printed stands in brackets, as bibliographers write what they
    supply: `37`, `[41]`, `[41–42]`, `37–[38]`.
    """
    first, last = pages
    begins = edition.facts.article.first_page
    if first == last:
        return str(first) if first == begins else f"[{first}]"
    return f"{first}–[{last}]" if first == begins else f"[{first}–{last}]"
