"""A Markdown file in docs/ is not a page of the edition.

It would be published unchecked, without translations, and without a link to it.

Bad:   docs/kk/draft.md, but no draft among the pages of edition.yml
Good:  pages: [index, timeline, glossary, notes, parallel, about, draft], and a draft.md in every language
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Place, Problem
from ...model.edition import Edition

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # what MkDocs renders as pages


def check(edition: Edition) -> Iterator[Problem]:
    """Look for Markdown files that edition.yml does not name."""
    known = {page.path for page in edition.pages.values()}
    for file in sorted((edition.root / "docs").rglob("*")):
        path = file.relative_to(edition.root).as_posix()
        if file.suffix.lower() in _MARKDOWN and path not in known:
            yield Problem(
                Place(path), "the file is not listed in edition.yml", "add it to pages, or move it out of docs/"
            )
