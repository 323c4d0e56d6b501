"""What Zotero's connector saves of a page, as a small reader of its own.

It stands for the translators *Embedded Metadata* and *RDF* (of 2026), which serve every page that has no translator of
its own, and was written from what they were observed to do:

- The item type is, in this order: that which a `citation_*_title` of a journal, book or conference implies;
  web page, if `og:type` is `website`; a `DC.type` that is one of Zotero's own item types; journal article, if there is
  a `citation_title`, or if `og:type` is `article`; web page.
- Each field comes from `citation_*` if that has it, then from Dublin Core, then from Open Graph, then from the plain
  `description`, the canonical address, and the language of the page. Of several tags of one name the values are joined.
- `DC.source` becomes the journal, `og:site_name` the website of a web page. `DC.contributor` stands in for a missing
  `DC.creator`. A `citation_author` with a comma has the family name first.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.html import HtmlElement

ITEM_TYPES = ("journalArticle", "webpage", "bookSection", "book", "report", "thesis", "conferencePaper", "document")
IMPLIED = {
    "citation_journal_title": "journalArticle",
    "citation_book_title": "bookSection",
    "citation_inbook_title": "bookSection",
    "citation_conference_title": "conferencePaper",
    "citation_technical_report_institution": "report",
    "citation_dissertation_institution": "thesis",
}


@dataclass(frozen=True)
class Item:
    """An item of the library, with its fields as they are called there; those it lacks are empty."""

    type: str
    title: str
    creators: tuple[tuple[str, str], ...]  # first and last name
    date: str
    language: str
    url: str
    publication: str
    issue: str
    pages: str
    abstract: str
    tags: tuple[str, ...] = field(default=())


def save(page: HtmlElement, address: str) -> Item:
    """Save a page at an address."""
    tags: dict[str, list[str]] = {}
    for meta in page.xpath("/html/head/meta[@content]"):
        for name in (meta.get("name") or meta.get("property") or "").split():
            tags.setdefault(name.lower() if not name.startswith("citation_") else name, []).append(meta.get("content"))

    def told(*names: str) -> str:
        return next((", ".join(tags[name]) for name in names if tags.get(name)), "")

    kind = _type(tags)
    authors = tags.get("citation_author") or tags.get("dc.creator") or tags.get("dc.contributor") or []
    canonical = page.xpath("string(/html/head/link[@rel='canonical']/@href)")
    pages = [told("citation_firstpage"), told("citation_lastpage")]
    return Item(
        type=kind,
        title=told("citation_title", "dc.title", "og:title") or page.findtext("head/title", ""),
        creators=tuple(map(_name, authors)),
        date=told("citation_publication_date", "citation_date", "dc.date", "citation_online_date"),
        language=told("citation_language", "dc.language") or page.get("lang", ""),
        url=told("citation_public_url", "og:url") or canonical or address,
        publication=told("citation_journal_title", "citation_inbook_title", "citation_book_title", "dc.source")
        or (told("og:site_name") if kind == "webpage" else ""),
        issue=told("citation_issue"),
        pages="-".join(filter(None, pages)),
        abstract=told("citation_abstract", "og:description", "description"),
        tags=tuple(tags.get("citation_keywords", tags.get("dc.subject", []))),
    )


def _type(tags: dict[str, list[str]]) -> str:
    for name, kind in IMPLIED.items():
        if name in tags:
            return kind
    if tags.get("og:type") == ["website"]:
        return "webpage"
    if (own := tags.get("dc.type", [""])[0]) in ITEM_TYPES:
        return own
    return "journalArticle" if "citation_title" in tags or tags.get("og:type") == ["article"] else "webpage"


def _name(whole: str) -> tuple[str, str]:
    if "," in whole:
        family, _, given = whole.partition(",")
    else:
        given, _, family = whole.rpartition(" ")
    return given.strip(), family.strip()
