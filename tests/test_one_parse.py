"""What the checks see is what is rendered: the ids and the links of the model are those of the built site."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import lxml.html
import pytest
from edition.checks.link_targets import resolved_links
from edition.model.addressing import address
from edition.model.edition import Edition
from edition.model.page import Page
from edition.render.whole_pages import convert

PAGES = [
    (code, name)
    for code in ("kk", "ru", "en")
    for name in ("index", "timeline", "glossary", "notes", "parallel", "about", "search")
]


def rendered(site: Path, page: Page) -> lxml.html.HtmlElement:
    """The article of a page of the site."""
    path = site / address(page.locale, page.name) / "index.html"
    return lxml.html.document_fromstring(path.read_bytes()).find(".//article")


@pytest.mark.parametrize("code, name", PAGES)
def test_ids_of_the_model_are_those_of_the_page(code: str, name: str, edition: Edition, site: Path) -> None:
    page = edition.pages[code, name]
    assert convert(edition, page).ids == rendered(site, page).xpath(".//@id")


@pytest.mark.parametrize("code, name", PAGES)
def test_links_of_the_model_are_those_of_the_page(code: str, name: str, edition: Edition, site: Path) -> None:
    page = edition.pages[code, name]
    here = f"/{address(page.locale, page.name)}"
    wanted = []
    for link, target in resolved_links(edition, page):
        if target.page:
            there = f"/{address(target.page.locale, target.page.name)}"
            wanted.append(f"{there}#{target.anchor}" if target.anchor else there)
        else:
            wanted.append(resolved(here, link.target) if target.kind == "file" else link.target)
    found = rendered(site, page).xpath(".//@href | .//@src")
    assert [resolved(here, one) for one in found] == wanted
    assert found


def resolved(here: str, href: str) -> str:
    """Where an address of a page leads, from the root of the site."""
    path, anchor = urldefrag(urljoin(f"https://host.example{here}", href))
    path = path.removeprefix("https://host.example")
    path = path if path.endswith("/") or posixpath.splitext(path)[1] else f"{path}/"
    return f"{path}#{anchor}" if anchor else path


def test_places_are_those_of_the_words(edition: Edition) -> None:
    """Where the model says that a link stands, its address stands in the file."""
    lines: dict[str, list[str]] = {}
    written = [(page, link) for page in edition.pages.values() for link, _ in resolved_links(edition, page)]
    for page, link in written:
        if link.origin != "generated":
            text = lines.setdefault(page.path, page.text.split("\n"))[link.place.line - 1]
            assert text[link.place.column - 1 :].startswith(link.target), link.place
    assert sum(link.origin != "generated" for _, link in written) >= 3
