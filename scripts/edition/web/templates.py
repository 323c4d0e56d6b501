"""The context of the templates in overrides/, and rendering for those that the edition itself renders."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from babel.dates import format_date
from markupsafe import Markup

from ..markup.foreign_words import marked
from ..markup.marks import date_shown
from ..markup.typesetting import typeset
from ..model import addressing
from ..model.addressing import ABOUT, CHANGES, address, link
from ..model.edition import Edition
from ..model.page import UNIT, Locale
from ..model.releases import UNRELEASED
from . import assets
from .templating import environment

_PAGE_NAMES = {
    name: getattr(addressing, name)
    for name in ("ARTICLE", "TIMELINE", "GLOSSARY", "NOTES", "PARALLEL", "ABOUT", "SEARCH", "DATA", "CHANGES")
}


# Returns the link to an address, relative to the root of the site, and an anchor, which may be empty.
Linker = Callable[[str, str], str]


def linker(here: str) -> Linker:
    """Relative links for a page at this address, itself relative to the root of the site."""
    return partial(link, here)


def linker_from_root(root: str) -> Linker:
    """Links for a page that is served at any address; `root` is the path of the site, with a slash at its end."""

    def link_to(there: str, anchor: str) -> str:
        return root + there + (f"#{anchor}" if anchor else "")

    return link_to


def render(edition: Edition, template: str, here: str, /, **values: Any) -> str:
    """Render a template of overrides/ for a page at the address `here`, relative to the root of the site."""
    return environment(edition).get_template(template).render(**common(edition, linker(here)), **values)


def common(edition: Edition, link_to: Linker) -> dict[str, Any]:
    """The context of every template."""
    return {
        "edition": edition,
        **_PAGE_NAMES,
        "feed_name": addressing.FEED,
        # The link to any address relative to the root: a card, a file.
        "at": lambda path: link_to(path, ""),
        # The link to a bundle, by its name in bundles.yml.
        "asset": lambda name: link_to(assets.address(edition, name), ""),
        # Inline scripts and style sheet of a page, by the name of the sheet, and the policy that allows them.
        "inline": lambda sheet: assets.inline(edition, sheet),
        "policy": lambda sheet: assets.policy(edition, sheet),
        "json": json_block,
    }


def json_block(value: Any) -> Markup:
    """JSON for a `script` element: not ASCII-escaped, but without characters that could end the element."""
    return Markup(
        json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("&", "\\u0026")
    )


def localized(edition: Edition, locale: Locale, link_to: Linker) -> dict[str, Any]:
    """The context of a template in one language: its texts and links."""
    ui_text = edition.translator(locale)

    def to(name: str, anchor: str = "", code: str = "") -> str:
        return link_to(address(edition.locale(code or locale.code), name), anchor)

    def unit_text(key: str, unit: str) -> str:
        match = UNIT.fullmatch(unit)
        return ui_text(key, number=match["number"]) if match else ui_text(f"unit.{unit}")

    return {
        "locale": locale,
        "ui_text": ui_text,
        # The link to a page in this language, or in the one with this code.
        "to": to,
        "page_title": lambda name: edition.pages[locale.code, name].title,
        # Text from the data, with `lang` on words of another language.
        "marked": lambda text: marked(edition, typeset(text, locale), locale) if isinstance(text, str) else "",
        "date": lambda event: typeset(date_shown(edition, event, locale), locale),
        # The version with its day, and the name and the anchor of the page that tells about it.
        "day": partial(format_date, format="long", locale=locale.cldr),
        "version_and_day": _version_and_day(edition, locale),
        "version_page": (CHANGES, "") if (locale.code, CHANGES) in edition.pages else (ABOUT, ""),
        "unit_name": lambda unit: unit_text("unit.name", unit),
        "unit_short": lambda unit: unit_text("unit.short", unit),
    }


def _version_and_day(edition: Edition, locale: Locale) -> str:
    """The version with its day: `Version 1.1.0, 23 November 2026`; an unreleased one is called so."""
    ui_text = edition.translator(locale)
    version, day = edition.facts.version, format_date(edition.facts.released, "long", locale=locale.cldr)
    number = f"{version} ({ui_text('version.unreleased')})" if version.endswith(UNRELEASED) else version
    return ui_text("version.of-day", version=number, date=day)
