"""A link leads to a page, an anchor or a picture of the edition that is not there.

Readers land on an error page, or at the top of a page and not at the paragraph that was meant.

Bad:   [the first proposal](index.md#p-41)
Good:  [the first proposal](index.md#p41)
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ...findings import Problem, nearest
from ...model.edition import Edition
from ...render.whole_pages import convert
from ..link_targets import followed


def check(edition: Edition) -> Iterator[Problem]:
    """Follow every link of every page, those written and those made from the data."""
    anchors = {page: set(convert(edition, page).ids) for page in edition.pages.values()}
    for page in edition.pages.values():
        for link, goal in followed(edition, page):
            if goal.kind == "missing":
                folder = posixpath.dirname(page.path)
                known = {posixpath.relpath(path, folder): path for path in edition.files}
                hint = nearest(link.target.partition("#")[0], known)
                yield Problem(link.place, f"there is no {goal.path}", hint)
            elif goal.page and goal.anchor not in ("", "top") and goal.anchor not in anchors[goal.page]:
                where = "on this page" if goal.page is page else f"on {goal.path}"
                hint = nearest(goal.anchor, anchors[goal.page], "#")
                yield Problem(link.place, f"no anchor #{goal.anchor} {where}", hint)
