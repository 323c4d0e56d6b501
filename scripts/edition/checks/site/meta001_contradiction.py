"""What a page tells programs of itself contradicts itself.

Reference managers, search engines and archives each read other tags, or the citation files that describe the page. All
must name the same title, author, year, language, type, first page and address to cite; so must the citations on the
page name the year.

Bad:   <meta name="citation_publication_date" content="2021"> on a page whose BibTeX file says year = {2026}
Good:  the same year in both
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from ...findings import Problem
from ...model.edition import Edition
from . import Rendered, Site

_TAGS = {
    "citation_title": "title", "citation_author": "author", "citation_publication_date": "year",
    "citation_language": "language", "citation_firstpage": "first page", "citation_public_url": "address",
    "DC.title": "title", "DC.creator": "author", "DC.date": "year", "DC.language": "language",
    "DC.identifier": "address", "og:type": "type",
}  # fmt: skip
_FIELDS = {
    "bib": {"title": "title", "author": "author", "year": "year", "language": "language", "pages": "first page",
            "url": "address"},
    "ris": {"TI": "title", "AU": "author", "PY": "year", "LA": "language", "SP": "first page", "UR": "address",
            "TY": "type"},
}  # fmt: skip
# One group of names for each type of page.
_TYPES = (
    {"article", "JOUR", "article-journal", "@article", "ScholarlyArticle"},
    {"website", "ELEC", "CHAP", "webpage", "chapter", "@misc", "@incollection", "WebPage", "Chapter",
     "ScholarlyArticle"},
)  # fmt: skip


@dataclass(frozen=True)
class _Claim:
    """That something is so: of what, the value, who says it, and the element where this stands or is linked."""

    of: str
    value: str
    source: str
    element: HtmlElement


def check(edition: Edition, site: Site) -> Iterator[Problem]:
    """Compare all claims of each page with the first of their kind."""
    for page in site.pages.values():
        first: dict[str, _Claim] = {}
        for claim in _claims(site, page):
            other = first.setdefault(claim.of, claim)
            if not _agree(claim.of, other.value, claim.value):
                message = f"{claim.of}: {claim.source} says «{claim.value}», {other.source} says «{other.value}»"
                yield Problem(page.place(claim.element), message)
        if claimed := first.get("year"):
            years = (claimed.value[:4], str(edition.facts.article.year))  # a page may also cite the print
            for citation in page.tree.xpath("//*[@data-style]"):
                if not any(year in citation.text_content() for year in years):
                    yield Problem(page.place(citation), f"the citation does not name the year {years[0]}")


def _agree(of: str, one: str, other: str) -> bool:
    if of == "type":
        return any(one in names and other in names for names in _TYPES)
    if of == "year":
        return one[:4] == other[:4]
    if of == "author":  # with the family name first or last
        return sorted(re.findall(r"\w+", one)) == sorted(re.findall(r"\w+", other))
    if of == "title":  # that of a paragraph is the article's, with its number
        return one == other or one.startswith(f"{other}: ") or other.startswith(f"{one}: ")
    if of == "address":  # a citation also names the version
        return re.sub(r"\?v=[\d.]+", "", one) == re.sub(r"\?v=[\d.]+", "", other)
    return one.strip("+") == other.strip("+")


def _claims(site: Site, page: Rendered) -> Iterator[_Claim]:
    yield from _of_tags(page.tree)
    for script in page.tree.xpath("//script[@type='application/ld+json']"):
        for of, value in _of_json_ld(script.text or ""):
            yield _Claim(of, value, "JSON-LD", script)
    for link in page.tree.xpath("/html/head/link[@rel='describedby']"):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), link.get("href")))
        if path in site.files:
            for of, value in _of_file((site.folder / path).read_text(encoding="utf-8"), path.rpartition(".")[2]):
                yield _Claim(of, value, path, link)


def _of_tags(tree: HtmlElement) -> Iterator[_Claim]:
    seen = set()
    for meta in tree.xpath("/html/head/meta[@content]"):
        name = meta.get("name") or meta.get("property") or ""
        if name in _TAGS and name not in seen:  # the second DC.identifier is a name, not an address
            seen.add(name)
            if name != "DC.identifier" or ":" in meta.get("content"):
                yield _Claim(_TAGS[name], meta.get("content"), name, meta)
    for link in tree.xpath("/html/head/link[@rel='cite-as']"):
        yield _Claim("address", link.get("href"), "cite-as", link)


def _of_json_ld(text: str) -> Iterator[tuple[str, str]]:
    try:
        graph = json.loads(text)
    except ValueError:  # then it does not even say of what type the page is
        return iter([("type", "no JSON")])
    languages = graph.get("inLanguage", "")
    found = {
        "title": graph.get("name"),
        "author": graph.get("author", {}).get("name"),
        "year": graph.get("datePublished"),
        "language": languages if isinstance(languages, str) else languages[0],
        "first page": graph.get("pageStart"),
        "type": graph.get("@type"),
    }
    return ((of, value) for of, value in found.items() if value)


def _of_file(text: str, kind: str) -> Iterator[tuple[str, str]]:
    """The claims of a citation file, in the form in which `citing.exports` writes it."""
    if kind == "json":
        (item,) = json.loads(text)
        yield from _of_csl(item)
    elif kind == "bib":
        yield "type", text.partition("{")[0]
        for name, value in re.findall(r"(?m)^  (\w+) = \{+(.*?)\}+,$", text):
            if name in _FIELDS["bib"]:
                yield _FIELDS["bib"][name], value.replace("\\", "")
    else:
        for name, value in re.findall(r"(?m)^(\w\w)  - (.*?)\r?$", text):
            if name in _FIELDS["ris"]:
                yield _FIELDS["ris"][name], value


def _of_csl(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "type", item["type"]
    yield "title", item["title"]
    yield "author", " ".join(item["author"][0].values())
    yield "year", str(item["issued"]["date-parts"][0][0])
    yield "language", item["language"]
    if page := item.get("page"):
        yield "first page", page
    if url := item.get("URL"):
        yield "address", url
