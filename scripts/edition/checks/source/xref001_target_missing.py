"""A link leads to a page, an anchor or an image of the edition that does not exist.

Readers land on an error page, or at the top of a page instead of at the paragraph.

Bad:   [the first proposal](index.md#p-41)
Good:  [the first proposal](index.md#p41)
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ...findings import Problem, nearest
from ...model.edition import Edition
from ...render.whole_pages import convert
from ..link_targets import resolved_links


def check(edition: Edition) -> Iterator[Problem]:
    """Follow every link of every page, both written and generated."""
    anchors = {page: set(convert(edition, page).ids) for page in edition.pages.values()}
    for page in edition.pages.values():
        for link, target in resolved_links(edition, page):
            if target.kind == "missing":
                folder = posixpath.dirname(page.path)
                known = {posixpath.relpath(path, folder): path for path in edition.files}
                hint = nearest(link.target.partition("#")[0], known)
                yield Problem(link.place, f"{target.path} does not exist", hint)
            elif target.page and target.anchor not in ("", "top") and target.anchor not in anchors[target.page]:
                where = "on this page" if target.page is page else f"on {target.path}"
                hint = nearest(target.anchor, anchors[target.page], "#")
                yield Problem(link.place, f"anchor #{target.anchor} does not exist {where}", hint)
