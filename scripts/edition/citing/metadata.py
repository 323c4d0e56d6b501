"""Metadata of a page for programs: `citation_*` for Google Scholar and Zotero, Dublin Core, schema.org, links.

Only known facts are given. ISSN, DOI and last page are unknown; the name of the journal is a conjecture, which no field
can express; so all four are left out.
Addresses are absolute if the site's address is known; if not, they are relative where a program can resolve them, and
left out where it cannot.
"""

from __future__ import annotations

from typing import Any

from ..model.addressing import ARTICLE, address, link
from ..model.edition import Edition
from ..model.page import Locale, Page
from ..text.sections import headings, sections
from ..text.units import units
from .cited import Cited, the_edition, whole_address
from .exports import FORMATS

Tag = tuple[str, dict[str, str]]  # the name of an element and its attributes
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def name(edition: Edition, page: Page) -> str:
    """The name of a page: for the article its own title."""
    if page.name == ARTICLE:
        return edition.facts.article.title.get(page.locale.code, "")
    return page.title


def title(edition: Edition, page: Page) -> str:
    """The window title of a page: for the article, author and title; for other pages, their name and the site's."""
    if page.name == ARTICLE:
        return f"{edition.author(page.locale)}. {name(edition, page)}"
    return f"{name(edition, page)} — {edition.translator(page.locale)('site.title')}"


def article_tags(edition: Edition, locale: Locale) -> list[Tag]:
    """The `meta` and `link` elements of the article in a language."""
    cited = the_edition(edition, locale)
    summary, words = abstract(edition, locale), keywords(edition, locale)
    scholar = [
        ("citation_title", cited.title),
        ("citation_author", edition.author(locale)),
        ("citation_publication_date", str(cited.year)),
        ("citation_online_date", cited.released.strftime("%Y/%m/%d")),
        ("citation_issue", cited.issue_number),
        ("citation_firstpage", str(cited.first_page or "")),
        ("citation_language", locale.code),
        ("citation_abstract", summary),
        *(("citation_keywords", word) for word in words),
        ("citation_public_url", cited.url),
        ("citation_fulltext_html_url", cited.url),
        ("citation_abstract_html_url", f"{cited.url}#abstract" if cited.url and summary else ""),
    ]
    dublin = [
        ("DC.title", cited.title),
        ("DC.creator", edition.author(locale)),
        ("DC.date", cited.released.isoformat()),
        ("DC.language", locale.code),
        ("DC.type", "Text"),
        ("DC.format", "text/html"),
        ("DC.identifier", cited.url),
    ]
    links = [("link", {"rel": "schema.DC", "href": "http://purl.org/dc/elements/1.1/"})]
    if cited.url:
        links.append(("link", {"rel": "cite-as", "href": cited.url}))
    here = address(locale, ARTICLE)
    for end in FORMATS:
        href = link(here, f"cite/edition-{locale.code}.{end}")
        links.append(("link", {"rel": "describedby", "type": _TYPES[end], "href": href}))
    metas = [("meta", {"name": key, "content": value}) for key, value in (*scholar, *dublin) if value]
    return [*metas, *links]


def article_graph(edition: Edition, locale: Locale) -> dict[str, Any]:
    """The article in a language as a schema.org ScholarlyArticle, for JSON-LD.

    Only translations have a licence, as they are the edition's own text. The rights in the original are not stated
    anywhere; `usageInfo` links to where the edition says so.
    """
    cited = the_edition(edition, locale)
    here = address(locale, ARTICLE)
    others = {other: _article(edition, here, other) for other in edition.locales if other != locale}
    issue = {"@type": "PublicationIssue", "issueNumber": cited.issue_number, "datePublished": str(cited.year)}
    graph: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "@id": _at(edition, here, here),
        "url": _at(edition, here, here),
        "name": cited.title,
        "headline": cited.title,
        "inLanguage": locale.code,
        "author": _author(edition, cited),
        "datePublished": str(cited.year) if locale.original else cited.released.isoformat(),
        "version": cited.version,
        "abstract": abstract(edition, locale),
        "keywords": keywords(edition, locale),
        "isPartOf": issue if locale.original and cited.issue_number else None,
        "pageStart": str(cited.first_page or "") if locale.original else "",
        "license": "" if locale.original else LICENCE,
        "usageInfo": _at(edition, here, f"{address(locale, 'about')}#rights"),
        "hasPart": [
            {
                "@type": "Chapter",
                "name": headings(edition, locale).get(name, ""),
                "url": _at(edition, here, f"{here}#{name}"),
                "position": nth,
            }
            for nth, name in enumerate(sections(edition), 1)
        ],
    }
    if locale.original:
        graph["workTranslation"] = list(others.values())
    else:
        original = others[edition.original]
        graph["translationOfWork"] = {
            **original,
            "datePublished": str(cited.year),
            **({"isPartOf": issue} if cited.issue_number else {}),
        }
    return {key: value for key, value in graph.items() if value}


def card_tags(edition: Edition, path: str, name: str) -> list[Tag]:
    """The `link` elements of a card: its own address, for citing, and the addresses of its unit in the articles."""
    if not edition.site_url:
        return []
    own = whole_address(edition, path)
    found = [("link", {"rel": "canonical", "href": own}), ("link", {"rel": "cite-as", "href": own})]
    for locale in edition.locales:
        there = whole_address(edition, f"{address(locale, ARTICLE)}#{name}")
        found.append(("link", {"rel": "alternate", "hreflang": locale.code, "href": there}))
    return [*found, ("link", {"rel": "alternate", "hreflang": "x-default", "href": own})]


def card_graph(edition: Edition, path: str, names: dict[Locale, str]) -> dict[str, Any]:
    """A card as a schema.org WebPage about a part of the article, in every language of the edition."""
    articles = [_article(edition, path, locale) for locale in edition.locales]
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": _at(edition, path, path),
        "url": _at(edition, path, path),
        "name": " · ".join(dict.fromkeys(names.values())),
        "inLanguage": [locale.code for locale in edition.locales],
        "author": _author(edition, the_edition(edition, edition.original)),
        "isPartOf": articles,
    }


def abstract(edition: Edition, locale: Locale) -> str:
    """The author's abstract in a language, without its label; empty if there is none."""
    return _without_label(edition, locale, "abstract")


def keywords(edition: Edition, locale: Locale) -> list[str]:
    """The author's keywords in a language, from both lists, without duplicates."""
    lists = [_without_label(edition, locale, name) for name in ("keywords", "keywords-2")]
    words = [word.strip(" .") for one in lists for word in one.split(",")]
    return list(dict.fromkeys(filter(None, words)))


_TYPES = {"bib": "application/x-bibtex", "ris": "application/x-research-info-systems",
          "json": "application/vnd.citationstyles.csl+json"}  # fmt: skip


def _without_label(edition: Edition, locale: Locale, name: str) -> str:
    unit = units(edition, locale).get(name)
    if unit is None:
        return ""
    return unit.words.removeprefix(unit.element.findtext("strong", "")).strip()


def _at(edition: Edition, here: str, there: str) -> str:
    """The full address of a path below the root, or a link relative to `here` if the site's address is unknown."""
    if edition.site_url:
        return whole_address(edition, there)
    path, _, anchor = there.partition("#")
    return link(here, path, anchor)


def _article(edition: Edition, here: str, locale: Locale) -> dict[str, Any]:
    cited = the_edition(edition, locale)
    at = _at(edition, here, address(locale, ARTICLE))
    return {"@type": "ScholarlyArticle", "@id": at, "url": at, "name": cited.title, "inLanguage": locale.code}


def _author(edition: Edition, cited: Cited) -> dict[str, str]:
    name = edition.author(cited.locale)
    person = {"@type": "Person", "name": name, "givenName": cited.given, "familyName": cited.family}
    return {key: value for key, value in person.items() if value}
