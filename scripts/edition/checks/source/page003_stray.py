"""A file below docs/ is no page of the edition, none of its data, and none that edition.yml names under `files`.

A page would stand in the site unchecked, without its other languages and without a way to it. Anything else is
published as it is: what an editor left behind (index.md~, about.md.orig, .docx, Thumbs.db), or kept there for himself.

Bad:   docs/kk/draft.md, and no draft among the pages of edition.yml; docs/kk/index.md.bak
Good:  pages: [index, timeline, glossary, notes, parallel, about, draft], and a draft.md in every language;
       docs/kk/map.png, and files: ['*/map.png']
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

from ...findings import Place, Problem
from ...model.edition import Edition
from ...model.text_files import DATA
from ...model.yaml_data import SCHEMAS

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # what MkDocs makes pages of


def check(edition: Edition) -> Iterator[Problem]:
    """Look for files that edition.yml does not name."""
    known = {f"{DATA}/{name}" for name in ("source.txt", "anchors.txt")} | {
        page.path for page in edition.pages.values()
    }
    known |= {f"{DATA}/{schema.name}" for schema in SCHEMAS.iterdir()}
    allowed = edition.facts.files
    for file in sorted((edition.root / "docs").rglob("*")):
        path = file.relative_to(edition.root).as_posix()
        if path in known or file.is_dir():
            continue
        if file.suffix.lower() in _MARKDOWN:
            yield Problem(Place(path), "the file is no page of edition.yml", "add it to pages, or move it out of docs/")
        elif not any(fnmatchcase(path.removeprefix("docs/"), pattern) for pattern in allowed):
            hint = "move it out of docs/, or add it to files in edition.yml"
            yield Problem(Place(path), "the file is neither a page nor data, and would be published", hint)
