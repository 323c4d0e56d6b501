"""What the templates in overrides/ are given, and those that the edition fills itself."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from ..markup.foreign_words import marked
from ..markup.marks import date_shown
from ..markup.typesetting import typeset
from ..model.addressing import ARTICLE, address, link
from ..model.edition import Edition
from ..model.page import UNIT, Locale
from . import assets
from .templating import environment


def render(edition: Edition, template: str, /, **values: Any) -> str:
    """A template filled in, by its path below overrides/."""
    return environment(edition).get_template(template).render(**common(edition), **values)


def common(edition: Edition) -> dict[str, Any]:
    """What every template is given, MkDocs' own included."""
    return {
        "edition": edition,
        "article": ARTICLE,
        # Where a file that pages load stands below the root of the site, by its name in bundles.yml.
        "asset": lambda name: assets.address(edition, name),
        # By the name of its style sheet, what stands in a page itself, and the policy that allows it.
        "inline": lambda sheet: assets.inline(edition, sheet),
        "policy": lambda sheet: assets.policy(edition, sheet),
        "json": json_block,
    }


def json_block(value: Any) -> Markup:
    """JSON to stand in a `script` element: in plain letters, and with nothing that could end the element."""
    return Markup(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026"))


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
        "marked": lambda text: marked(edition, typeset(text, locale), locale) if isinstance(text, str) else "",
        "date": lambda event: typeset(date_shown(edition, event, locale), locale),
        "unit_name": lambda unit: unit_word("unit.name", unit),
        "unit_short": lambda unit: unit_word("unit.short", unit),
    }
