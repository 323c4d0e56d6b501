"""What the templates in overrides/ are given, and those that the edition fills itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from markupsafe import Markup

from ..markup.foreign_words import marked
from ..markup.marks import date_shown
from ..markup.typesetting import typeset
from ..model import addressing
from ..model.addressing import address, link
from ..model.edition import Edition
from ..model.page import UNIT, Locale
from . import assets
from .templating import environment

_PAGE_NAMES = {
    name: getattr(addressing, name)
    for name in ("ARTICLE", "TIMELINE", "GLOSSARY", "NOTES", "PARALLEL", "ABOUT", "SEARCH")
}


# Gives the link to an address below the root of the site and an anchor there; an empty anchor is left out.
Linker = Callable[[str, str], str]


def linker(here: str) -> Linker:
    """Links as they stand in a page at this address below the root of the site: relative ones."""
    return partial(link, here)


def linker_from_root(root: str) -> Linker:
    """Links as they stand in a page that is shown at any address; `root` is the site's own, with a slash at its end."""

    def link_to(there: str, anchor: str) -> str:
        return root + there + (f"#{anchor}" if anchor else "")

    return link_to


def render(edition: Edition, template: str, here: str, /, **values: Any) -> str:
    """A template filled in, by its path below overrides/, for a page at this address below the root of the site."""
    return environment(edition).get_template(template).render(**common(edition, linker(here)), **values)


def common(edition: Edition, link_to: Linker) -> dict[str, Any]:
    """What every template is given."""
    return {
        "edition": edition,
        **_PAGE_NAMES,
        # The link to any address below the root: a card, a file.
        "at": lambda path: link_to(path, ""),
        # The link to a file that pages load, by its name in bundles.yml.
        "asset": lambda name: link_to(assets.address(edition, name), ""),
        # By the name of its style sheet, what stands in a page itself, and the policy that allows it.
        "inline": lambda sheet: assets.inline(edition, sheet),
        "policy": lambda sheet: assets.policy(edition, sheet),
        "json": json_block,
    }


def json_block(value: Any) -> Markup:
    """JSON to stand in a `script` element: in plain letters, and with nothing that could end the element."""
    return Markup(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026"))


def localized(edition: Edition, locale: Locale, link_to: Linker) -> dict[str, Any]:
    """What templates say and link to in one language."""
    ui_text = edition.translator(locale)

    def to(name: str, anchor: str = "", code: str = "") -> str:
        return link_to(address(edition.locale(code or locale.code), name), anchor)

    def unit_text(key: str, unit: str) -> str:
        match = UNIT.fullmatch(unit)
        return ui_text(key, number=match["number"]) if match else ui_text(f"unit.{unit}")

    return {
        "locale": locale,
        "ui_text": ui_text,
        # The link to a page of this language, or of the one with this code.
        "to": to,
        "page_title": lambda name: edition.pages[locale.code, name].title,
        # Words of the data, with `lang` on those of another language.
        "marked": lambda text: marked(edition, typeset(text, locale), locale) if isinstance(text, str) else "",
        "date": lambda event: typeset(date_shown(edition, event, locale), locale),
        "unit_name": lambda unit: unit_text("unit.name", unit),
        "unit_short": lambda unit: unit_text("unit.short", unit),
    }
