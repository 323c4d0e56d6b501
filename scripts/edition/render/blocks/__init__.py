"""The blocks of pages: HTML generated from the data.

The module `name` of this package (with `_` for `-`) generates the block `[[name]]`: its function `context` collects the
data, and the template `overrides/blocks/name.html` renders it. To add a block, add a module and a template. Templates
escape all values.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from ...model.addressing import address
from ...model.edition import Edition
from ...model.memo import memoized
from ...model.page import Page
from ...web import templates


@cache
def names() -> list[str]:
    """The names of all blocks."""
    return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__))


@memoized
def block(edition: Edition, page: Page, name: str) -> str | None:
    """The HTML of a block for a page; None if there is no such block."""
    if name not in names():
        return None
    module = importlib.import_module(f"{__name__}.{name.replace('-', '_')}")
    here = address(page.locale, page.name)
    localized = templates.localized(edition, page.locale, templates.linker(here))
    return templates.render(
        edition, f"blocks/{name}.html", here, page=page, **localized, **module.context(edition, page)
    )
