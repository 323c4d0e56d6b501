"""How to cite this edition and the print, with only those facts that the edition records."""

from __future__ import annotations

from typing import Any

from ...citing.cited import EDITION, PRINT, citable, file_stem, print_page
from ...citing.exports import FORMATS
from ...citing.styles import citations, names_page
from ...model.addressing import ARTICLE, address, link, of_version
from ...model.edition import Edition
from ...model.page import Page
from ...text.print_pages import printed


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The citations of both in every style, with their files for reference managers.

    The article shows only the style that is usual in its language; the About page shows all, and offers to name a page
    of the print: `by_page` has `#` in its place.
    """
    here = address(page.locale, page.name)
    one_page = citations(edition, print_page(edition, page.locale, "#"))
    return {
        "by_page": {style: runs for style, runs in one_page.items() if names_page(style)},
        "pages": printed(edition),
        "brief": page.name == ARTICLE,
        "year": edition.facts.article.year,
        "cited": [
            (
                kind,
                citations(edition, cited := citable(edition, page.locale, kind)),
                of_version(link(here, address(page.locale, ARTICLE)), cited.cited_version),
                [
                    (title, link(here, f"{file_stem(kind, page.locale)}.{extension}"))
                    for extension, (title, _) in FORMATS.items()
                ],
            )
            for kind in (EDITION, PRINT)
        ],
    }
