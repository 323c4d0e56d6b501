"""The links of a page as written, each with its place.

The parser decides what is a link; its place is then looked up in the Markdown. So text that only looks like a link is
not reported, and no rendered link is missed.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict, deque
from dataclasses import dataclass
from functools import cache

from lxml.html import HtmlElement

from ..findings import Place
from ..markup.parsing import WRITTEN
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import Page
from ..render.whole_pages import convert

ADDRESS = {"a": "href", "area": "href", "link": "href", "img": "src", "source": "src", "video": "src", "audio": "src",
           "iframe": "src", "script": "src", "embed": "src", "track": "src", "input": "src"}  # fmt: skip
_DESTINATION = re.compile(
    r"""
      \]\(\s*<?(?P<inline>[^<>()"'\n]*(?:\([^()\n]*\)[^<>()"'\n]*)*)  # [words](here)
    | <(?P<angle>[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*)>                    # <https://here>
    | <(?P<mail>[^\s<>@]+@[^\s<>]+)>                                   # <name@here>
    | (?<![\w-])(?:href|src)\s*=\s*(?P<quote>["'])\s*(?P<raw>.*?)(?P=quote)
    | (?<![\w-])(?:href|src)\s*=\s*(?P<bare>[^\s"'>]+)
    | ^[ ]{0,3}\[[^\]\n^]+\]:[ ]*\n?[ ]*<?(?P<defined>[^\s<>]+)         # [label]: here
    """,
    re.MULTILINE | re.VERBOSE,
)
_ALL = ".//*[@href or @src]"


@dataclass(frozen=True)
class Link:
    """One address in a page: the element that carries it, and its place.

    `origin` is `markdown`, `html` (raw HTML) or `generated` (by the edition, from its data). `target` is the address
    as written.
    """

    element: HtmlElement
    origin: str
    target: str
    place: Place

    @property
    def tag(self) -> str:
        """The tag name of its element: `a`, `img`."""
        return str(self.element.tag)

    @property
    def words(self) -> str:
        """The accessible name of the link: its text, its label or title, or the alternative text of its images."""
        element = self.element
        name = " ".join(element.text_content().split()) or element.get("aria-label", "") or element.get("title", "")
        return name or " ".join(element.xpath(".//img/@alt")).strip()


@memoized
def links(edition: Edition, page: Page) -> tuple[Link, ...]:
    """Every link, image and other address of a page, in order."""
    places: dict[str, deque[int]] = defaultdict(deque)
    defined: dict[str, int] = {}
    for match in _DESTINATION.finditer(page.masked):
        group = next(name for name in ("inline", "angle", "mail", "raw", "bare", "defined") if match[name] is not None)
        target = html.unescape(match[group].strip())
        if group == "defined":
            defined.setdefault(target, match.start(group))
        else:
            places[f"mailto:{target}" if group == "mail" else target].append(match.start(group))
    found = []
    tree = convert(edition, page).tree
    blocks = {one: block.get("data-block") for block in tree.xpath(".//*[@data-block]") for one in block.xpath(_ALL)}
    begun = {name: page.masked.find(f"[[{name}]]") for name in set(blocks.values())}
    place_of = cache(page.place)  # all links of a block have the place of its name
    apparatus = tree.xpath(".//*[@data-apparatus]")
    generated = {one for element in apparatus for one in (element, *element.xpath(_ALL))}
    for element in tree.xpath(_ALL):
        written = element.get(ADDRESS.get(element.tag, "href"))
        if written is None:
            continue
        if element in blocks:
            origin, target, offset = "generated", written, begun[blocks[element]]
        elif element in generated:
            unit = next((above.get("id") for above in element.iterancestors("p", "li")), "")
            origin, target, offset = "generated", written, page.spans.get(unit, (0, 0))[0]
        else:
            origin = "markdown" if element.get(WRITTEN) is not None else "html"
            target = element.get(WRITTEN, written).strip()
            queue = places.get(target)
            offset = queue.popleft() if queue else defined.get(target, -1)
        # A syntax that _DESTINATION does not cover: find the words of the link.
        place = place_of(offset) if offset >= 0 else page.find(" ".join(element.text_content().split()[:4]))
        found.append(Link(element, origin, target, place))
    return tuple(found)
