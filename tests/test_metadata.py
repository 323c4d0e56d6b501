"""What other programs take from the heads and files of every page: Zotero, BibTeX, schema.org, FAIR Signposting."""

from __future__ import annotations

import json
import re
from pathlib import Path

import lxml.html
import pytest
from edition.addresses.cards import cards
from edition.model.edition import Edition
from edition.model.reader import read_edition
from lxml.html import HtmlElement
from pybtex import PybtexEngine
from support.pages import ADDRESSES, ARTICLES
from support.projects import PUBLISHED, ROOT
from support.zotero import save

# The day of the version, as `citation_*` tags write it.
RELEASED = read_edition(ROOT).facts.released.strftime("%Y/%m/%d")
SITE_TITLES = {
    "kk": "Қазақстандағы жергілікті өзін-өзі басқару",
    "ru": "Местное самоуправление в Казахстане",
    "en": "Local self-government in Kazakhstan",
}
# What schema.org defines of the types and properties in use: the properties that each type may have besides those of
# Thing, and the types or kinds of text that are their values (https://schema.org/version/latest).
THING = {"@context", "@id", "@type", "name", "url", "identifier"}
CREATIVE_WORK = {
    "headline", "inLanguage", "author", "editor", "translator", "publisher", "datePublished",
    "dateModified", "version", "isAccessibleForFree", "encodingFormat", "abstract", "keywords", "license", "usageInfo",
    "isPartOf", "workTranslation", "translationOfWork",
}  # fmt: skip
PROPERTIES = {
    "ScholarlyArticle": CREATIVE_WORK | {"pageStart", "pageEnd"},
    "Chapter": CREATIVE_WORK | {"pageStart", "pageEnd"},
    "WebPage": CREATIVE_WORK,
    "PublicationIssue": {"issueNumber", "datePublished"},
    "Person": {"givenName", "familyName"},
    "Organization": set(),
}
WORKS = {"ScholarlyArticle", "Chapter", "WebPage", "PublicationIssue"}
VALUES = {
    "author": {"Person"}, "editor": {"Person"}, "translator": {"Person"},
    "publisher": {"Organization"}, "isPartOf": WORKS, "workTranslation": WORKS, "translationOfWork": WORKS,
}  # fmt: skip
FORMS = {
    "datePublished": r"\d{4}(-\d\d-\d\d)?", "dateModified": r"\d{4}-\d\d-\d\d", "inLanguage": "kk|ru|en",
    "url": r"https://host\.example/some/path/\S*", "@id": r"https://host\.example/some/path/\S*",
    "usageInfo": r"https://host\.example/some/path/\S*", "license": r"https://creativecommons\.org/licenses/\S+",
    "encodingFormat": "text/html", "pageStart": r"\d+",
}  # fmt: skip


def page_at(published: Path, path: str) -> HtmlElement:
    """The tree of a page of the published site."""
    return lxml.html.document_fromstring((published / path.strip("/") / "index.html").read_bytes())


def described_pages(published: Path, edition: Edition) -> dict[str, HtmlElement]:
    """All pages with a head of their own, by address."""
    return {path: page_at(published, path) for path in (*ADDRESSES, *(f"/{card}" for card in cards(edition).values()))}


@pytest.mark.slow
@pytest.mark.parametrize("code, folder", (("kk", ""), ("ru", "ru/"), ("en", "en/")))
def test_zotero_saves_the_article(edition: Edition, published: Path, code: str, folder: str) -> None:
    item = save(page_at(published, folder), "")
    assert item.title == edition.facts.article.title[code] and item.language == code
    assert item.creators == ((edition.facts.article.author.given[code], edition.facts.article.author.family[code]),)
    assert item.url == PUBLISHED + folder and len(item.abstract) > 300 and len(item.tags) >= 7
    if code == "kk":
        printed = ("journalArticle", "2021", "", "3 (71)", "37")
        assert (item.type, item.date, item.publication, item.issue, item.pages) == printed
    else:
        made = ("webpage", RELEASED, SITE_TITLES[code], "", "")
        assert (item.type, item.date, item.publication, item.issue, item.pages) == made


@pytest.mark.slow
def test_zotero_saves_every_other_page(edition: Edition, published: Path) -> None:
    released = edition.facts.released.isoformat()
    for path, page in described_pages(published, edition).items():
        if path in ARTICLES:
            continue
        item = save(page, "")
        code = page.get("lang")
        author = edition.facts.article.author
        assert item.creators == ((author.given[code], author.family[code]),), path
        assert item.language == code and item.date.replace("/", "-") == released and item.title, path
        assert not item.pages and not item.issue, path
        if path.startswith("/s/"):
            assert item.type == "bookSection" and item.publication == edition.facts.article.title[code], path
            assert item.url == f"{PUBLISHED}#{path.split('/')[2]}"
        else:
            assert item.type == "webpage" and item.publication == SITE_TITLES[code], path
        if path.startswith("/p/"):
            number = path.split("/")[2]
            assert item.title == f"{edition.facts.article.title['kk']}: {number}-тармақ"
    items = [save(page, "") for page in described_pages(published, edition).values()]
    assert len({(item.title, item.language) for item in items}) == len(items), "two pages have the same title"


@pytest.mark.slow
def test_json_ld_has_only_what_schema_org_defines(edition: Edition, published: Path) -> None:
    seen = set()

    def look(item: dict, path: str) -> None:
        kind = item["@type"]
        seen.add(kind)
        assert set(item) <= THING | PROPERTIES[kind], path
        for name, value in item.items():
            for one in value if isinstance(value, list) else [value]:
                assert one not in ("", None, [], {}), (path, name)
                if isinstance(one, dict):
                    assert one["@type"] in VALUES[name], (path, name)
                    look(one, path)
                else:
                    assert name not in VALUES, (path, name)
                    assert re.fullmatch(FORMS.get(name, r"(?s).+"), str(one)), (path, name, one)

    for path, page in described_pages(published, edition).items():
        scripts = page.xpath("//script[@type='application/ld+json']")
        assert len(scripts) == (path in ARTICLES or path.startswith(("/p/", "/s/"))), path
        for script in scripts:
            look(json.loads(script.text), path)
    assert seen == {"ScholarlyArticle", "Chapter", "WebPage", "PublicationIssue", "Person"}


@pytest.mark.slow
def test_signposts_are_those_of_the_linkset_and_answer(edition: Edition, published: Path) -> None:
    """Level 2 of FAIR Signposting: the links of the heads, and the linkset, by RFC 9264."""
    linkset = json.loads((published / "linkset.json").read_text(encoding="utf-8"))
    assert list(linkset) == ["linkset"]
    contexts = {context.pop("anchor"): context for context in linkset["linkset"]}
    pages = described_pages(published, edition)
    assert contexts.keys() == {PUBLISHED + path[1:] for path in pages}
    for path, page in pages.items():
        page.make_links_absolute(PUBLISHED + path[1:])
        context = contexts[PUBLISHED + path[1:]]
        for relation in ("cite-as", "type", "license", "describedby"):
            told = page.xpath(f"/html/head/link[@rel='{relation}']/@href")
            assert told == [target["href"] for target in context.get(relation, [])], (path, relation)
        assert page.xpath("/html/head/link[@rel='linkset']/@href") == [f"{PUBLISHED}linkset.json"]
        assert len(context["cite-as"]) == 1
        for relation, targets in context.items():
            for target in targets:
                if target["href"].startswith(PUBLISHED):
                    file, _, anchor = target["href"].removeprefix(PUBLISHED).partition("#")
                    there = published / file / ("index.html" if file.endswith("/") or not file else "")
                    assert there.is_file(), (path, relation, target)
                    assert not anchor or f'id="{anchor}"' in there.read_text(encoding="utf-8"), target
    assert len(contexts[PUBLISHED]["item"]) == len(cards(edition))


@pytest.mark.slow
def test_annotations_find_the_page_when_it_has_moved(edition: Edition, published: Path) -> None:
    """Hypothesis makes a URN of `DC.relation.ispartof` and the last `DC.identifier`."""
    urns = []
    for page in described_pages(published, edition).values():
        part_of, identifiers = (
            page.xpath(f"/html/head/meta[@name='{name}']/@content")
            for name in ("DC.relation.ispartof", "DC.identifier")
        )
        assert part_of == ["sheriyazdanov-2021"] and len(identifiers) == 2
        assert not re.search("host|http", identifiers[-1])
        urns.append(f"urn:x-dc:{part_of[-1]}/{identifiers[-1]}")
    assert len(set(urns)) == len(urns)


def test_bibliography_styles_keep_capitals_and_find_what_they_require(published: Path) -> None:
    """BibTeX's own `plain` as pybtex has it; a warning would be an error."""
    stems = ("cite/print-en", "cite/edition-en", "cite/edition-ru", "p/12/en", "s/introduction/en")
    records = "\n".join((published / f"{stem}.bib").read_text(encoding="utf-8") for stem in stems)
    told = PybtexEngine().format_from_string(records, style="plain", citations=["*"], output_backend="plaintext")
    assert "development of local self-government in Kazakhstan" in told
    assert "самоуправления в Казахстане" in told
    assert "[Ғылыми-сараптамалық журнал]" in told and "37+" in told
