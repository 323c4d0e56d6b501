"""How to cite this edition and the print: what the text itself gives, and nothing else."""

from __future__ import annotations

from typing import Any

from ...citing.cited import EDITION, PRINT, citable, file_stem
from ...citing.exports import FORMATS
from ...citing.styles import citations
from ...model.addressing import ARTICLE, address, link
from ...model.edition import Edition
from ...model.page import Page


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The citations of both in every style, with the files of each for reference managers.

    Below the article they stand in the style that readers of its language look for first; the page about the edition
    has them all.
    """
    here = address(page.locale, page.name)
    return {
        "brief": page.name == ARTICLE,
        "year": edition.facts.article.year,
        "cited": [
            (
                kind,
                citations(edition, citable(edition, page.locale, kind)),
                link(here, address(page.locale, ARTICLE)),
                [(title, link(here, f"{file_stem(kind, page.locale)}.{end}")) for end, (title, _) in FORMATS.items()],
            )
            for kind in (EDITION, PRINT)
        ],
    }
