"""What stands in the place of a page that is gone: where it has moved, and each of its places by its old id."""

from __future__ import annotations

from ...addresses.redirects import gone, moved
from ...citing.cited import whole_address
from ...model.addressing import link
from ...model.edition import Edition
from ...web import templates


def paths(edition: Edition) -> list[str]:
    """`ru/glossary/index.html`, for every retired page."""
    return [f"{path}index.html" for path in gone(edition)]


def file(edition: Edition, path: str) -> str:
    """The page that leads on."""
    here = path.removesuffix("index.html")
    there = gone(edition)[here]

    def to(address: str) -> str:
        page, _, anchor = address.partition("#")
        return link(here, page, anchor)

    return templates.render(
        edition,
        "cards/moved.html",
        here,
        to=to(there),
        whole=whole_address(edition, there),
        places=[(one.id, to(one.to), f"/{one.to}") for one in moved(edition, here)],
        locales=edition.locales,
    )
