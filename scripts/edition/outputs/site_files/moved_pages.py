"""Replacements for retired pages: each leads to the new page, and each old id to its new place."""

from __future__ import annotations

from ...addresses.redirects import retired_ids, retired_pages
from ...citing.cited import whole_address
from ...model.addressing import link
from ...model.edition import Edition
from ...web import templates


def paths(edition: Edition) -> list[str]:
    """`ru/glossary/index.html`, for every retired page."""
    return [f"{path}index.html" for path in retired_pages(edition)]


def file(edition: Edition, path: str) -> str:
    """The page that redirects."""
    here = path.removesuffix("index.html")
    there = retired_pages(edition)[here]

    def to(address: str) -> str:
        page, _, anchor = address.partition("#")
        return link(here, page, anchor)

    return templates.render(
        edition,
        "cards/moved.html",
        here,
        to=to(there),
        whole=whole_address(edition, there),
        places=[(one.id, to(one.to), f"/{one.to}") for one in retired_ids(edition, here)],
        locales=edition.locales,
    )
