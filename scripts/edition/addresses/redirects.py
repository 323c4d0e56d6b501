"""Retired addresses: they were published once, and must still lead to their content.

anchors.txt gives each its redirect target: `/ru/#p12 -> /ru/#p12a`. If both are on one page, the old id is inserted
into the element of the new one; otherwise the page gets a line with the old id and a link. A retired page is replaced
by one with a link.
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

# Elements whose content model is restricted; the id goes into their first descendant that can hold it.
_RESTRICTED = ("ol", "ul", "dl", "table", "thead", "tbody", "tr", "div", "section", "details", "nav")


@dataclass(frozen=True)
class RetiredId:
    """A retired id of a page, and its target, relative to the root of the site."""

    id: str
    to: str


@memoized
def redirect_targets(edition: Edition) -> dict[str, str]:
    """Every retired address with the end of its chain of redirects: `/ru/#p12` has `/ru/#p12a`.

    Addresses that redirect in a loop are left out; ANCHOR004 reports them.
    """
    next_of = {entry.address: entry.redirect_to for entry in edition.anchors if entry.redirect_to}
    found = {}
    for retired, first in next_of.items():
        seen, target = {retired}, first
        while target in next_of and target not in seen:
            seen.add(target)
            target = next_of[target]
        if target not in seen:
            found[retired] = target
    return found


@memoized
def retired_ids(edition: Edition, path: str) -> tuple[RetiredId, ...]:
    """The retired ids of the page or card at an address, relative to the root of the site: `ru/`, `p/12/`."""
    found = []
    for retired, target in redirect_targets(edition).items():
        page, _, anchor = retired.partition("#")
        if anchor and page == f"/{path}":
            found.append(RetiredId(anchor, target.removeprefix("/")))
    return tuple(found)


@memoized
def retired_pages(edition: Edition) -> dict[str, str]:
    """The retired pages, by address relative to the root, each with the address of its target (or nothing)."""
    existing = {address(page.locale, page.name) for page in edition.pages.values()} | set(cards(edition).values())
    paths = dict.fromkeys(retired.partition("#")[0].removeprefix("/") for retired in redirect_targets(edition))
    return {
        path: redirect_targets(edition).get(f"/{path}", "").removeprefix("/")
        for path in paths
        if path not in existing and (path.endswith("/") or not path)
    }


def with_retired_ids(edition: Edition, page: Page, body: str) -> str:
    """The HTML of the body of a page, with its retired ids inserted."""
    if not retired_ids(edition, address(page.locale, page.name)):
        return body
    tree = html.fragment_fromstring(body, create_parent="div")
    insert_retired_ids(edition, page, tree)
    return html.tostring(tree, encoding="unicode").removeprefix("<div>").removesuffix("</div>")


def insert_retired_ids(edition: Edition, page: Page, tree: HtmlElement) -> frozenset[str]:
    """Insert the retired ids of a page into its tree; returns those that were inserted."""
    here = address(page.locale, page.name)
    retired = retired_ids(edition, here)
    by_id = {element.get("id"): element for element in tree.iter(etree.Element)} if retired else {}
    done = set()
    for one in retired:
        path, _, anchor = one.to.partition("#")
        if one.id in by_id:
            continue
        if path == here and anchor in by_id:
            target = by_id[anchor]
            while target.tag in _RESTRICTED and len(target):
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
