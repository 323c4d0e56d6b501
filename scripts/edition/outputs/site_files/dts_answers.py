"""The answers of Distributed Text Services: `dts/index.json`, `dts/document/ru/p12.xml` and so on."""

from __future__ import annotations

from ...formats import dts
from ...model.edition import Edition

PUBLISHED_ONLY = True


def paths(edition: Edition) -> list[str]:
    """The paths of all answers."""
    return dts.every_path(edition)


def file(edition: Edition, path: str) -> bytes:
    """One answer."""
    return dts.every_answer(edition)[path]
