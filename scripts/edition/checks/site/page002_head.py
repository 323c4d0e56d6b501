"""A rendered page has a missing or wrong language, title, description or canonical address.

Screen readers, translation tools and search engines rely on these. Addresses are required only where the edition is
published, that is, where SITE_URL is set.

Bad:   <html lang="en"> on a Kazakh page
Good:  <html lang="kk">, <title>, <meta name="description">, <link rel="canonical">
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Place, Problem
from ...model.addressing import address
from ...model.edition import Edition
from ...model.page import Page
from . import Rendered, Site


def check(edition: Edition, site: Site) -> Iterator[Problem]:
    """Look at the head of every page of the edition."""
    for page in edition.pages.values():
        path = f"{address(page.locale, page.name)}index.html"
        rendered = site.pages.get(path)
        if rendered is None:
            yield Problem(page.place(0), f"the site has no {path}")
            continue
        root = rendered.tree
        if root.get("lang") != page.locale.code:
            yield Problem(rendered.place(root), f"lang is {root.get('lang')}, but the page is in {page.locale.code}")
        titles = (page.title, edition.facts.article.title.get(page.locale.code))
        if not any(str(title) in (root.findtext("head/title") or "") for title in titles):
            yield Problem(_place(rendered, "head/title"), "the title does not match the front matter")
        if root.xpath("head/meta[@name='description']/@content") != [page.description]:
            place = _place(rendered, "head/meta[@name='description']")
            yield Problem(place, "the description does not match the front matter")
        if edition.site_url:
            yield from _addresses(edition, page, rendered)


def _place(rendered: Rendered, path: str) -> Place:
    """The place of an element of the head, or of the head itself if the element is missing."""
    found = rendered.tree.xpath(path) or rendered.tree.xpath("head") or [rendered.tree]
    return rendered.place(found[0])


def _addresses(edition: Edition, page: Page, rendered: Rendered) -> Iterator[Problem]:
    base = edition.site_url.rstrip("/") + "/"
    root = rendered.tree
    if root.xpath("head/link[@rel='canonical']/@href") != [base + address(page.locale, page.name)]:
        place = _place(rendered, "head/link[@rel='canonical']")
        yield Problem(place, "the canonical address is missing or wrong", base + address(page.locale, page.name))
    named = {link.get("hreflang"): link.get("href") for link in root.xpath("head/link[@rel='alternate'][@hreflang]")}
    wanted = {locale.code: base + address(locale, page.name) for locale in edition.locales}
    wanted["x-default"] = wanted[edition.original.code]
    if named != wanted:
        place = _place(rendered, "head/link[@rel='alternate']")
        yield Problem(place, "the hreflang links do not match the pages of the other languages")
