"""A Markdown file below docs/ is no page of the edition.

It would stand in the site unchecked, without its other languages and without a way to it.

Bad:   docs/kk/draft.md, and no draft among the pages of edition.yml
Good:  pages: [index, timeline, glossary, notes, parallel, about, draft], and a draft.md in every language
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Place, Problem
from ...model.edition import Edition

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # what MkDocs makes pages of


def check(edition: Edition) -> Iterator[Problem]:
    """Look for Markdown files that edition.yml does not name."""
    known = {page.path for page in edition.pages.values()}
    for file in sorted((edition.root / "docs").rglob("*")):
        path = file.relative_to(edition.root).as_posix()
        if file.suffix.lower() in _MARKDOWN and path not in known:
            yield Problem(Place(path), "the file is no page of edition.yml", "add it to pages, or move it out of docs/")
