"""Addresses that were published and have been retired, and where whoever follows them lands.

anchors.txt gives a retired address its successor: `/ru/#p12 -> /ru/#p12a`. On the same page the old id stands in the
element of the new one; from elsewhere a line with the old id leads on; a page that is gone leaves one that leads on.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree, html
from lxml.html import HtmlElement

from ..model.addressing import address, link
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import Page
from .cards import cards

# Elements that can hold no more than certain others; the id then stands in the first of these that can hold any.
_NARROW = ("ol", "ul", "dl", "table", "thead", "tbody", "tr", "div", "section", "details", "nav")


@dataclass(frozen=True)
class Moved:
    """A retired id of a page, and the address below the root of the site that it leads to."""

    id: str
    to: str


@memoized
def redirect_targets(edition: Edition) -> dict[str, str]:
    """Every retired address with the one that has taken its place in the end: `/ru/#p12` has `/ru/#p12a`.

    An address whose redirect_targets lead in a circle has none; a check reports it.
    """
    next_of = {entry.address: entry.redirect_to for entry in edition.anchors if entry.redirect_to}
    found = {}
    for written, successor in next_of.items():
        seen, there = {written}, successor
        while there in next_of and there not in seen:
            seen.add(there)
            there = next_of[there]
        if there not in seen:
            found[written] = there
    return found


@memoized
def moved(edition: Edition, path: str) -> tuple[Moved, ...]:
    """The retired ids of the page or card at an address below the root of the site, `ru/` or `p/12/`."""
    found = []
    for written, there in redirect_targets(edition).items():
        page, _, anchor = written.partition("#")
        if anchor and page == f"/{path}":
            found.append(Moved(anchor, there.removeprefix("/")))
    return tuple(found)


@memoized
def gone(edition: Edition) -> dict[str, str]:
    """The retired pages: their addresses below the root, each with that of the page to go on to (or nothing)."""
    there = {address(page.locale, page.name) for page in edition.pages.values()} | set(cards(edition).values())
    paths = dict.fromkeys(written.partition("#")[0].removeprefix("/") for written in redirect_targets(edition))
    return {
        path: redirect_targets(edition).get(f"/{path}", "").removeprefix("/")
        for path in paths
        if path not in there and (path.endswith("/") or not path)
    }


def placed(edition: Edition, page: Page, body: str) -> str:
    """The body of a page as HTML, with its retired ids."""
    if not moved(edition, address(page.locale, page.name)):
        return body
    tree = html.fragment_fromstring(body, create_parent="div")
    place(edition, page, tree)
    return html.tostring(tree, encoding="unicode").removeprefix("<div>").removesuffix("</div>")


def place(edition: Edition, page: Page, tree: HtmlElement) -> frozenset[str]:
    """Put the retired ids of a page into its tree; returns those that found a place."""
    here = address(page.locale, page.name)
    retired = moved(edition, here)
    by_id = {element.get("id"): element for element in tree.iter(etree.Element)} if retired else {}
    done = set()
    for one in retired:
        path, _, anchor = one.to.partition("#")
        if one.id in by_id:
            continue
        if path == here and anchor in by_id:
            target = by_id[anchor]
            while target.tag in _NARROW and len(target):
                target = target[0]
            alias = html.Element("span", {"class": "retired", "id": one.id, "data-apparatus": ""})
            alias.tail, target.text = target.text, None
            target.insert(0, alias)
            target.classes.add("successor")
        elif path != here:
            line = html.Element("p", {"class": "moved", "id": one.id, "data-apparatus": ""})
            line.text = edition.translator(page.locale)("moved.here") + " "
            anchor_element = html.Element("a", {"href": link(here, path, anchor)})
            anchor_element.text = f"/{one.to}"
            line.append(anchor_element)
            tree.append(line)
        else:
            continue
        done.add(one.id)
    return frozenset(done)
