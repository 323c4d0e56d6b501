"""The answers of the endpoints for entry, collection and navigation, in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ...citing.cited import whole_address
from ...model.edition import Edition
from ...model.page import Locale
from . import places
from .citation import Citable, below, tree

_HEAD = {"@context": "https://dtsapi.org/context/v1.0.json", "dtsVersion": "1.0"}
_WHOLE = "files/edition.xml"

Answer = dict[str, Any]


def answers(edition: Edition) -> Iterator[tuple[str, Answer]]:
    """Every answer with its path."""
    yield places.ENTRY, _entry(edition)
    name = edition.facts.identifier
    for path in (places.collection(), places.collection(name), places.collection(name, places.CHILDREN)):
        yield (
            path,
            _HEAD | _collection(edition, path) | {"member": [_resource(edition, one, path) for one in edition.locales]},
        )
    path = places.collection(name, places.PARENTS)
    yield path, _HEAD | _collection(edition, path) | {"member": []}
    for locale in edition.locales:
        for nav in ("", places.CHILDREN, places.PARENTS):
            path = places.collection(locale.code, nav)
            parents = [_collection(edition, path)] if nav == places.PARENTS else []
            yield path, _HEAD | _resource(edition, locale, path) | ({"member": parents} if nav else {})
        for down, unit in places.queries(edition, locale):
            path = places.navigation(locale.code, down, unit.id if unit else "")
            yield path, _navigation(edition, locale, path, down, unit)


def text(answer: Answer) -> str:
    """An answer as it is written."""
    return json.dumps(answer, ensure_ascii=False) + "\n"


def _entry(edition: Edition) -> Answer:
    here = places.ENTRY
    return {**_HEAD, "@id": _own(edition, here), "@type": "EntryPoint", **places.templates(edition, here)}


def _collection(edition: Edition, here: str) -> Answer:
    """The only collection: the article in its languages."""
    facts = edition.facts
    return {
        "@id": facts.identifier,
        "@type": "Collection",
        "title": facts.article.title[edition.original.code],
        "totalParents": 0,
        "totalChildren": len(edition.locales),
        "dublinCore": {
            "title": _localized(edition, facts.article.title),
            "creator": _authors(edition),
            "language": [locale.code for locale in edition.locales],
        },
        "collection": places.templates(edition, here)["collection"],
    }


def _resource(edition: Edition, locale: Locale, here: str) -> Answer:
    """The article in one language."""
    title = edition.facts.article.title
    return {
        "@id": locale.code,
        "@type": "Resource",
        "title": title.get(locale.code) or title[edition.original.code],
        "totalParents": 1,
        "totalChildren": 0,
        "dublinCore": {"creator": _authors(edition), "language": [locale.code]},
        **places.templates(edition, here, locale.code),
        "download": whole_address(edition, _WHOLE) or places.relative(here, _WHOLE),
        "mediaTypes": [places.TEI],
        "citationTrees": [tree(edition, locale)],
    }


def _navigation(edition: Edition, locale: Locale, here: str, down: int | None, unit: Citable | None) -> Answer:
    resource = {
        "@id": locale.code,
        "@type": "Resource",
        **places.templates(edition, here, locale.code),
        "citationTrees": [tree(edition, locale)],
    }
    found: Answer = {**_HEAD, "@id": _own(edition, here), "@type": "Navigation", "resource": resource}
    if unit:
        found["ref"] = _citable(locale, unit)
    if down is not None:
        found["member"] = [_citable(locale, one) for one in below(edition, locale, unit, down)]
    return found


def _citable(locale: Locale, unit: Citable) -> Answer:
    found = {
        "identifier": unit.id,
        "@type": "CitableUnit",
        "level": unit.level,
        "parent": unit.parent,
        "citeType": unit.kind,
    }
    return found | ({"dublinCore": {"title": [{"lang": locale.code, "value": unit.title}]}} if unit.title else {})


def _authors(edition: Edition) -> list[dict[str, str]]:
    return [{"lang": locale.code, "value": edition.author(locale)} for locale in edition.locales]


def _localized(edition: Edition, words: Any) -> list[dict[str, str]]:
    return [{"lang": one.code, "value": words[one.code]} for one in edition.locales if words.get(one.code)]


def _own(edition: Edition, path: str) -> str:
    """The address of an answer itself; its name if the site's address is unknown."""
    return whole_address(edition, path) or path.rpartition("/")[2]
