"""A link leads to an address that the build does not make: a card, a download, a folder that no page has.

Nothing below docs/ has this name, and nothing is generated under it.

Bad:   [paragraph 99](../p/99/)      [as PDF](article.pdf)
Good:  a link to a page, to a file below docs/, or to what is generated
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem, nearest
from ...model.edition import Edition
from ..link_targets import followed


def check(edition: Edition) -> Iterator[Problem]:
    """Look for links that name neither a page nor a file nor anything made."""
    for page in edition.pages.values():
        for link, goal in followed(edition, page):
            # What the edition itself links to, the checks of the built site follow.
            if goal.kind == "unmade" and link.origin != "made":
                known = [other.name for other in edition.pages.values() if other.locale == page.locale]
                wanted = goal.path.strip("./").rpartition("/")[2]
                yield Problem(link.place, f"nothing will be made at {link.target}", _as_file(nearest(wanted, known)))


def _as_file(hint: str) -> str:
    return hint.replace("?", ".md?")
