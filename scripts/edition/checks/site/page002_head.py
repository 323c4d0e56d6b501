"""A rendered page lacks its language, title, description or canonical address, or has those of another.

Screen readers, translators and search engines go by these. Addresses are asked for once it is known, in SITE_URL,
where the edition is published.

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
            yield Problem(rendered.place(root), f"lang is {root.get('lang')}, the page is {page.locale.code}")
        titles = (page.title, edition.facts.article.title.get(page.locale.code))
        if not any(str(title) in (root.findtext("head/title") or "") for title in titles):
            yield Problem(_place(rendered, "head/title"), "the page has not its title", "the front matter gives it")
        if root.xpath("head/meta[@name='description']/@content") != [page.description]:
            place = _place(rendered, "head/meta[@name='description']")
            yield Problem(place, "the page has not its description", "the front matter gives it")
        if edition.site_url:
            yield from _addresses(edition, page, rendered)


def _place(rendered: Rendered, path: str) -> Place:
    """The place of an element of the head, or of the head that lacks it."""
    found = rendered.tree.xpath(path) or rendered.tree.xpath("head") or [rendered.tree]
    return rendered.place(found[0])


def _addresses(edition: Edition, page: Page, rendered: Rendered) -> Iterator[Problem]:
    base = edition.site_url.rstrip("/") + "/"
    root = rendered.tree
    if root.xpath("head/link[@rel='canonical']/@href") != [base + address(page.locale, page.name)]:
        place = _place(rendered, "head/link[@rel='canonical']")
        yield Problem(place, "the page has not its canonical address", base + address(page.locale, page.name))
    named = {link.get("hreflang"): link.get("href") for link in root.xpath("head/link[@rel='alternate'][@hreflang]")}
    wanted = {locale.code: base + address(locale, page.name) for locale in edition.locales}
    wanted["x-default"] = wanted[edition.original.code]
    if named != wanted:
        place = _place(rendered, "head/link[@rel='alternate']")
        yield Problem(place, "the page does not name its other languages by their addresses")
