"""The whole article side by side, aligned by unit."""

from __future__ import annotations

from typing import Any

from lxml import html
from markupsafe import Markup

from ..mentions import number
from ..model import UNIT, Edition, Page
from ..units import counterpart, units, without_ids


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """A row for each section and paragraph, with its text in every language, without apparatus."""
    texts = {locale.code: units(edition, locale) for locale in edition.locales}
    # The page's own language comes first.
    columns = sorted(edition.locales, key=lambda locale: locale != page.locale)
    rows = []
    for name in edition.emendations.values["units"]:
        cells = []
        for locale in columns:
            unit = texts[locale.code].get(counterpart(edition, locale, name))
            cells.append((locale, Markup(_inner(unit.element)) if unit else ""))
        original = texts[edition.original.code].get(name)
        heading = original is not None and original.element.tag in ("h1", "h2")
        rows.append({"id": name, "number": number(name) if UNIT.fullmatch(name) else "", "heading": heading,
                     "cells": cells})
    return {
        "columns": columns, "rows": rows,
        "counterpart": lambda locale, name: counterpart(edition, locale, name),
    }


def _inner(element: html.HtmlElement) -> str:
    clone = without_ids(element)
    return (clone.text or "") + "".join(html.tostring(child, encoding="unicode") for child in clone)
