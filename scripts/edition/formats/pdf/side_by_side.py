"""The input of the template for the PDF with all languages side by side."""

from __future__ import annotations

from typing import Any

from ...citing.cited import whole_address
from ...model.addressing import PARALLEL, address
from ...model.edition import Edition
from ...text.unit_ids import counterpart
from .contents import edition_line, made_as, properties, units_of


def side_by_side(edition: Edition) -> dict[str, Any]:
    """A row for each unit of the original, with the unit in every language or nothing."""
    columns = {locale.code: {unit["id"]: unit for unit in units_of(edition, locale)} for locale in edition.locales}
    rows = [
        [name, [columns[locale.code].get(counterpart(edition, locale, name)) for locale in edition.locales]]
        for name in columns[edition.original.code]
    ]
    heads = [
        {
            "lang": locale.code,
            "name": locale.name,
            "about": edition.translator(locale)("parallel.table"),
            "scope": edition.translator(locale)("pdf.parallel-scope"),
            "rights": edition.translator(locale)("format.rights"),
            "made": made_as(edition, locale),
            "edition": edition_line(edition, locale),
            "address": whole_address(edition, address(locale, PARALLEL)),
        }
        for locale in edition.locales
    ]
    number = edition.translator(edition.original)("parallel.number")
    return {**properties(edition, edition.original), "heads": heads, "rows": rows, "number": number}
