"""A page has other sections or blocks in a translation than in the original.

Readers who switch the language would find something else, or miss something.

Bad:   ## Rights {: #rights } in English, but no section with this id in Kazakh
Good:  the same sections and blocks, in the same order, in every language
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from ...findings import Place, Problem
from ...markup.parsing import parse_page
from ...model.addressing import ARTICLE
from ...model.edition import Edition
from ...model.page import Page

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def check(edition: Edition) -> Iterator[Problem]:
    """Compare the sections and blocks of every page with the original's; for the article, only its blocks."""
    for page in edition.pages.values():
        if page.locale.original:
            continue
        theirs, ours = (_parts(edition, one) for one in (edition.pages[edition.original.code, page.name], page))
        names = [name for name, _ in ours], [name for name, _ in theirs]
        for kind, a, b, c, d in SequenceMatcher(a=names[1], b=names[0], autojunk=False).get_opcodes():
            if kind == "equal":
                continue
            place = ours[c][1] if c < len(ours) else ours[-1][1] if ours else page.place(0)
            has = ", ".join(names[0][c:d]) or "nothing"
            wants = ", ".join(names[1][a:b]) or "nothing"
            yield Problem(
                place,
                f"this page has {has}, the original has {wants}",
                "all languages have the same sections and blocks",
            )


def _parts(edition: Edition, page: Page) -> list[tuple[str, Place]]:
    """Headings (level and id) and blocks in order, each with its place."""
    found = []
    for element in parse_page(edition, page).iter("div", *_HEADINGS):
        if name := element.get("data-block"):
            found.append((f"[[{name}]]", page.find(f"[[{name}]]")))
        elif page.name != ARTICLE and element.tag in _HEADINGS:
            name = element.get("id", "")
            found.append((f"{'#' * int(element.tag[1])} {{: #{name} }}", page.ids.get(name) or page.place(0)))
    return found
