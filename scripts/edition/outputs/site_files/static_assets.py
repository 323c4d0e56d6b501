"""Style sheets, scripts and pictures, as pages load them."""

from __future__ import annotations

from ...model.edition import Edition
from ...web import assets


def paths(edition: Edition) -> list[str]:
    """`assets/site.0a1b2c3d4e.js`, for each of the `files` in bundles.yml."""
    return list(_names(edition))


def file(edition: Edition, path: str) -> str:
    """The text of one file."""
    return assets.content(edition, _names(edition)[path])


def _names(edition: Edition) -> dict[str, str]:
    return {assets.address(edition, name): name for name in edition.bundles.files}
