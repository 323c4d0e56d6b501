"""A link leads to an address that the build does not generate.

No file in docs/ has this name, and no page, card or download is generated at this address.

Bad:   [paragraph 99](../p/99/)      [as PDF](article.pdf)
Good:  a link to a page, a file in docs/, or something the build generates
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem, nearest
from ...model.edition import Edition
from ..link_targets import resolved_links


def check(edition: Edition) -> Iterator[Problem]:
    """Look for links whose target is neither a page, a file nor a generated address."""
    for page in edition.pages.values():
        for link, target in resolved_links(edition, page):
            # LINK001 checks the links that the edition generates.
            if target.kind == "unbuilt" and link.origin != "generated":
                known = [other.name for other in edition.pages.values() if other.locale == page.locale]
                wanted = target.path.strip("./").rpartition("/")[2]
                yield Problem(
                    link.place, f"the build does not generate {link.target}", _as_file(nearest(wanted, known))
                )


def _as_file(hint: str) -> str:
    return hint.replace("?", ".md?")
