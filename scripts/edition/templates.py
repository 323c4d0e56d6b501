"""The templates in overrides/ that the edition fills itself, and what every one of them is given."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChainableUndefined, Environment, FileSystemLoader

from .foreign import marked
from .marks import date_shown
from .model import ARTICLE, Edition, address, link
from .page import UNIT, Locale

FOLDER = "overrides"


def render(edition: Edition, template: str, /, **values: Any) -> str:
    """A template filled in, by its path below overrides/."""
    return environment(edition.root / FOLDER).get_template(template).render(edition=edition, article=ARTICLE, **values)


def words(edition: Edition, locale: Locale, here: str) -> dict[str, Any]:
    """What templates say and link with in one language, from an address below the root of the site."""

    def word(key: str, **values: object) -> str:
        return edition.word(key, locale, **values)

    def to(there: str, anchor: str = "", code: str = "") -> str:
        return link(here, address(edition.locale(code or locale.code), there), anchor)

    def unit_word(key: str, unit: str) -> str:
        match = UNIT.fullmatch(unit)
        return word(key, number=match["number"]) if match else word(f"unit.{unit}")

    return {
        "locale": locale,
        "word": word,
        "to": to,
        # From here to any address below the root: a card, a file.
        "at": lambda path: link(here, path),
        # Words of the data, with `lang` on those of another language.
        "marked": lambda text: marked(edition, text, locale) if isinstance(text, str) else "",
        "date": lambda event: date_shown(edition, event, locale),
        "unit_name": lambda unit: unit_word("unit.name", unit),
        "unit_short": lambda unit: unit_word("unit.short", unit),
    }


@cache
def environment(folder: Path) -> Environment:
    """The environment of the templates below a folder. They escape whatever they are given."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        # What data lack, a check reports; a page must not break on it before the checks have been heard.
        undefined=ChainableUndefined,
    )
