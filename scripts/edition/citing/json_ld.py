"""What a page is, in the vocabulary of schema.org, as JSON-LD for search engines and harvesters."""

from __future__ import annotations

from typing import Any

from ..model.addressing import ABOUT, ARTICLE, address, link
from ..model.edition import Edition
from ..model.page import Locale
from .cited import Cited, the_edition, whole_address
from .described import ORIGINAL, TRANSLATION, Description

Graph = dict[str, Any]


def article_graph(edition: Edition, described: Description) -> Graph:
    """The article in a language, as a schema.org item.

    It does not list its parts: each part says of what it is a part, and the linkset has all of them.
    """
    locale, at = described.locale, described.path
    cited = the_edition(edition, locale)
    item = _item(edition, described) | {"headline": described.title, "inLanguage": locale.code}
    if described.type == ORIGINAL:
        others = [other for other in edition.locales if other != locale]
        # Their titles stand in their own pages; here they would only add to the weight of the article.
        item |= _print(cited) | {"workTranslation": [_address(edition, at, other) for other in others]}
    else:
        item["translationOfWork"] = _article(edition, at, edition.original) | _print(cited)
    return _known(item)


def card_graph(edition: Edition, described: Description) -> Graph:
    """A card, as a schema.org item: a part of the article, in every language of the edition."""
    item = _item(edition, described) | {
        "inLanguage": [locale.code for locale in edition.locales],
        "isPartOf": [_article(edition, described.path, locale) for locale in edition.locales],
    }
    return _known(item)


def _item(edition: Edition, described: Description) -> Graph:
    """What articles and cards have in common.

    Only translations have a licence, as they are the edition's own text. The rights in the original are not stated
    anywhere; `usageInfo` links to where the edition says so.
    """
    locale, at = described.locale, described.path
    return {
        "@context": "https://schema.org",
        "@type": described.type.schema_org,
        "@id": _at(edition, at, at),
        "url": _at(edition, at, at),
        "identifier": f"{edition.facts.identifier}/{described.name}",
        "name": described.title,
        "author": _person(edition, the_edition(edition, locale)),
        "datePublished": described.published,
        "dateModified": edition.facts.released.isoformat(),
        "version": edition.facts.version,
        "isAccessibleForFree": True,
        "encodingFormat": "text/html",
        "abstract": described.abstract,
        "keywords": list(described.keywords),
        "license": described.licence,
        "usageInfo": _at(edition, at, f"{address(locale, ABOUT)}#rights"),
        **_responsibility(edition, locale, translated=described.type == TRANSLATION),
    }


def _known(item: Graph) -> Graph:
    return {key: value for key, value in item.items() if value}


def _print(cited: Cited) -> Graph:
    """What is known of the printed article."""
    issue = {"@type": "PublicationIssue", "issueNumber": cited.issue_number, "datePublished": str(cited.year)}
    return _known(
        {
            "datePublished": str(cited.year),
            "isPartOf": issue if cited.issue_number else None,
            "pageStart": str(cited.first_page or ""),
        }
    )


def _responsibility(edition: Edition, locale: Locale, *, translated: bool) -> Graph:
    known = edition.facts.responsibility
    translators = [one.name for one in known.translators if translated and one.into == locale.code]
    return {
        "editor": _named("Person", known.editor.get(locale.code, "")),
        "translator": [_named("Person", name[locale.code]) for name in translators if name.get(locale.code)],
        "publisher": _named("Organization", known.publisher.get(locale.code, "")),
    }


def _named(kind: str, name: str) -> Graph | None:
    return {"@type": kind, "name": name} if name else None


def _article(edition: Edition, here: str, locale: Locale) -> Graph:
    return _address(edition, here, locale) | {"name": the_edition(edition, locale).title}


def _address(edition: Edition, here: str, locale: Locale) -> Graph:
    at = _at(edition, here, address(locale, ARTICLE))
    return {"@type": "ScholarlyArticle", "@id": at, "url": at, "inLanguage": locale.code}


def _person(edition: Edition, cited: Cited) -> Graph:
    name = edition.author(cited.locale)
    return _known({"@type": "Person", "name": name, "givenName": cited.given, "familyName": cited.family})


def _at(edition: Edition, here: str, there: str) -> str:
    """The full address of a path below the root, or a link relative to `here` if the site's address is unknown."""
    if edition.site_url:
        return whole_address(edition, there)
    path, _, anchor = there.partition("#")
    return link(here, path, anchor)
