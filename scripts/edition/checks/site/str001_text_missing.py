"""A template or a block uses a key of the interface that strings.yml does not have.

The page shows the key instead of a text.

Bad:   ui_text("timeline.say")
Good:  ui_text("timeline.says"), with timeline.says: {kk: …, ru: …, en: …} in strings.yml
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem, nearest
from ...model.edition import Edition
from ...model.translator import MISSING
from . import Site

_TEXTS = (".html", ".json", ".bib", ".ris", ".js", ".txt", ".xml")


def check(edition: Edition, site: Site) -> Iterator[Problem]:
    """Look in pages and generated files for the placeholder of a missing text; each key is reported once."""
    texts = ((site.folder / path).read_text("utf-8", "replace") for path in sorted(site.files) if path.endswith(_TEXTS))
    for key in dict.fromkeys(match["key"] for text in texts for match in MISSING.finditer(text)):
        yield Problem(edition.strings.place(), f"no text for the key {key}", nearest(key, edition.strings.values))
