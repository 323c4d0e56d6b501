"""What pages are given: HTML made from the data.

A block `[[name]]` of a page is made by the module `name` of this package (with `_` for `-`): its function `context`
gathers what is to be said, and the template `overrides/blocks/name.html` says it. A module and a template put into
the two folders are a new block. Templates escape whatever they are given.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path

from jinja2 import ChainableUndefined, Environment, FileSystemLoader

from ..marks import date_shown
from ..model import ARTICLE, Edition, address, link
from ..page import UNIT, Page

BLOCKS = "overrides/blocks"


@cache
def names() -> list[str]:
    """The blocks there are."""
    return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__))


@cache
def block(edition: Edition, page: Page, name: str) -> str | None:
    """The HTML of a block for a page; None if there is no such block."""
    if name not in names():
        return None
    module = importlib.import_module(f"{__name__}.{name.replace('-', '_')}")
    locale = page.locale
    here = address(locale, page.name)

    def word(key: str, **values: object) -> str:
        return edition.word(key, locale, **values)

    def to(there: str, anchor: str = "", code: str = "") -> str:
        return link(here, address(edition.locale(code or locale.code), there), anchor)

    def unit_name(unit: str) -> str:
        match = UNIT.fullmatch(unit)
        return word("unit.name", number=match["number"]) if match else word(f"unit.{unit}")

    def unit_short(unit: str) -> str:
        match = UNIT.fullmatch(unit)
        return word("unit.short", number=match["number"]) if match else word(f"unit.{unit}")

    template = _environment(edition.root / BLOCKS).get_template(f"{name}.html")
    return template.render(
        module.context(edition, page),
        word=word,
        to=to,
        edition=edition,
        locale=locale,
        page=page,
        article=ARTICLE,
        date=lambda event: date_shown(edition, event, locale),
        unit_name=unit_name,
        unit_short=unit_short,
    )


@cache
def _environment(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        # What data lack, a check reports; a page must not break on it before the checks have been heard.
        undefined=ChainableUndefined,
    )
