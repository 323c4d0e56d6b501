"""The aligned texts as a table of tab-separated values: `files/units.tsv`, a column for each language.

The first line names the columns. No value has a tab or a line break, because white space is collapsed; nothing is
quoted, so that programs for tables must be told to take quotation marks for text.
"""

from __future__ import annotations

from ..model.edition import Edition
from .files import FOLDER
from .records import unit_records

PATH = f"{FOLDER}/units.tsv"


def paths(_edition: Edition) -> list[str]:
    """The one path."""
    return [PATH]


def content(edition: Edition, _path: str) -> str:
    """A line for each unit: its id, and its words in each language."""
    codes = [locale.code for locale in edition.locales]
    lines = ["\t".join(("id", *codes))]
    for record in unit_records(edition):
        texts = record["texts"]
        lines.append("\t".join((record["id"], *(texts[code]["words"] if code in texts else "" for code in codes))))
    return "\n".join(lines) + "\n"
