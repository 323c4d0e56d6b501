"""A file in docs/ is neither a page nor data of the edition, nor listed under `files` in edition.yml.

A page would be published unchecked, without translations, and without a link to it. Any other file is published as it
is, including backups and leftovers of editors (index.md~, about.md.orig, .docx, Thumbs.db).

Bad:   docs/kk/draft.md, but no draft among the pages of edition.yml; docs/kk/index.md.bak
Good:  pages: [index, timeline, glossary, notes, parallel, about, draft], and a draft.md in every language;
       docs/kk/map.png, and files: ['*/map.png']
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

from ...findings import Place, Problem
from ...model.edition import Edition
from ...model.text_files import DATA

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # what MkDocs renders as pages


def check(edition: Edition) -> Iterator[Problem]:
    """Look for files that edition.yml does not name."""
    known = {*(one.data.path for one in edition.releases), f"{DATA}/source.txt", f"{DATA}/anchors.txt"}
    known |= {page.path for page in edition.pages.values()} | {data.path for data in edition.data.values()}
    allowed = edition.facts.files
    for file in sorted((edition.root / "docs").rglob("*")):
        path = file.relative_to(edition.root).as_posix()
        if path in known or file.is_dir():
            continue
        if file.suffix.lower() in _MARKDOWN:
            yield Problem(
                Place(path), "the file is not listed in edition.yml", "add it to pages, or move it out of docs/"
            )
        elif not any(fnmatchcase(path.removeprefix("docs/"), pattern) for pattern in allowed):
            hint = "move it out of docs/, or add it to files in edition.yml"
            yield Problem(Place(path), "the file is neither a page nor data, and would be published", hint)
