"""Style sheets, scripts and pictures, as pages load them."""

from __future__ import annotations

from .. import assets
from ..model import Edition


def paths(edition: Edition) -> list[str]:
    """`assets/site.0a1b2c3d4e.js`, for every file of bundles.yml that does not stand in the pages themselves."""
    return [assets.address(edition, name) for name in edition.bundles.values if assets.is_file(name)]


def file(edition: Edition, path: str) -> str:
    """The text of one of them."""
    return next(
        assets.content(edition, name) for name in edition.bundles.values if assets.address(edition, name) == path
    )
