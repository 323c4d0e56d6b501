"""Redirects from a folder for the original language, which has none, unlike the others, to its pages at the root."""

from __future__ import annotations

from ...citing.cited import whole_address
from ...model.addressing import address, link
from ...model.edition import Edition
from ...web import templates


def paths(edition: Edition) -> list[str]:
    """`kk/index.html`, `kk/timeline/index.html`: one for every page of the original."""
    return [f"{edition.original.code}/{address(edition.original, name)}index.html" for name in edition.names]


def file(edition: Edition, path: str) -> str:
    """A page that redirects to the same page without the folder, and with scripts keeps the anchor."""
    here = path.removesuffix("index.html")
    there = here.removeprefix(f"{edition.original.code}/")
    return templates.render(
        edition,
        "cards/moved.html",
        here,
        to=link(here, there),
        whole=whole_address(edition, there),
        places=[],
        locales=edition.locales,
    )
