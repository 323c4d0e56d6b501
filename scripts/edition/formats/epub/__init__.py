"""The edition as one trilingual book in EPUB 3.3: `files/edition.epub`.

Each language is a part: the article, a file for each section, its notes, the timeline, the glossary. In the files, ids
are those of the site. What is not the author's words within a unit has the attribute `data-apparatus`, as on the site.
"""

from __future__ import annotations

from ...model.edition import Edition
from ..files import FOLDER
from .container import packed

PATH = f"{FOLDER}/edition.epub"


def paths(_edition: Edition) -> list[str]:
    """The one path."""
    return [PATH]


def content(edition: Edition, _path: str) -> bytes:
    """The book. Raises ValueError if its cover cannot be typeset."""
    return packed(edition)
