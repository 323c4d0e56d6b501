"""What pages are given: HTML made from the data.

A block `[[name]]` of a page is made by the module `name` of this package (with `_` for `-`): its function `context`
gathers what is to be said, and the template `overrides/blocks/name.html` says it. A module and a template put into
the two folders are a new block. Templates escape whatever they are given.
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
    """The blocks there are."""
    return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__))


@memoized
def block(edition: Edition, page: Page, name: str) -> str | None:
    """The HTML of a block for a page; None if there is no such block."""
    if name not in names():
        return None
    module = importlib.import_module(f"{__name__}.{name.replace('-', '_')}")
    here = address(page.locale, page.name)
    given = templates.localized(edition, page.locale, templates.linker(here))
    return templates.render(edition, f"blocks/{name}.html", here, page=page, **given, **module.context(edition, page))
