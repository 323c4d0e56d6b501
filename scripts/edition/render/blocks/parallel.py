"""The whole article in all languages side by side, aligned by unit."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from ...model.addressing import card
from ...model.edition import Edition
from ...model.page import UNIT, Page
from ...text.unit_ids import number, own_name
from ...text.units import units


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """A row for each section and paragraph, with its text in every language, without apparatus.

    A part of the title block that the author wrote in each language is one row with each language's own text. What he
    wrote in one language only has a row of its own.
    """
    texts = {locale.code: units(edition, locale) for locale in edition.locales}
    # The page's own language comes first.
    columns = sorted(edition.locales, key=lambda locale: locale != page.locale)
    recorded = edition.emendations.units
    rows = []
    for name in recorded:
        own, language = own_name(edition, name)
        if own in recorded and language:
            continue
        cells = []
        for locale in columns:
            unit = texts[locale.code].get(own) if locale.code == (language or locale.code) else None
            cells.append((locale, own, Markup(unit.html) if unit else ""))
        original = texts[edition.original.code].get(name)
        heading = original is not None and original.element.tag in ("h1", "h2")
        rows.append(
            {
                "id": name,
                "number": number(name) if UNIT.fullmatch(name) else "",
                "card": card(name),
                "heading": heading,
                "cells": cells,
            }
        )
    return {"columns": columns, "rows": rows}
