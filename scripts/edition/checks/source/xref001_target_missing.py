"""A link leads to a page or an anchor of the edition that is not there.

Readers land on an error page, or at the top of a page and not at the paragraph that was meant.

Bad:   [the first proposal](index.md#p-41)
Good:  [the first proposal](index.md#p41)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem, nearest
from ...model import Edition, resolve
from ...pages import convert


def check(edition: Edition) -> Iterator[Problem]:
    """Look at every link of every page, those written and those made from the data."""
    anchors = {page: set(convert(edition, page).ids) for page in edition.pages.values()}
    for page in edition.pages.values():
        seen: dict[str, int] = {}
        for element in convert(edition, page).tree.iter("a"):
            href = element.get("href")
            if href is None:
                continue
            target = resolve(edition, page, href)
            if target is None:
                continue
            nth = seen[href] = seen.get(href, -1) + 1
            # A link to another language stands in the page as an address that the Markdown does not have.
            words = href if href in page.body else f"#{target.anchor}"
            if href.startswith("/"):
                message = f"{href} leads from the root of the host, where the edition may not stand"
                yield Problem(page.place_of(words, nth), message, "name the file: notes.md, ../ru/notes.md")
            elif target.page is None:
                known = [other.path for other in edition.pages.values() if other.locale == page.locale]
                yield Problem(page.place_of(words, nth), f"no page {target.wanted}", nearest(target.wanted, known))
            elif target.anchor and target.anchor not in anchors[target.page]:
                where = "on this page" if target.page is page else f"on {target.page.path}"
                hint = nearest(target.anchor, anchors[target.page], "#")
                yield Problem(page.place_of(words, nth), f"no anchor #{target.anchor} {where}", hint)
