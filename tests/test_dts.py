"""The answers of Distributed Text Services, as a program finds them that knows only the entry point and RFC 6570."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from edition.formats.dts import every_path
from edition.model.edition import Edition
from edition.text.walk import walk
from lxml import etree
from lxml.etree import _Element as Element
from support.projects import PUBLISHED
from uritemplate import expand

Answer = dict[str, Any]
TEI, DTS = "{http://www.tei-c.org/ns/1.0}", "{https://w3id.org/api/dts#}"
XML = "{http://www.w3.org/XML/1998/namespace}"
# What the specification requires of each kind of object: https://dtsapi.org/specifications/versions/v1.0/
REQUIRED = {
    "EntryPoint": {"@id", "dtsVersion", "collection", "navigation", "document"},
    "Collection": {"@id", "title", "totalParents", "totalChildren", "collection"},
    "Resource": {"@id", "collection", "navigation", "document", "citationTrees"},
    "Navigation": {"@id", "dtsVersion", "resource"},
    "CitationTree": set(),
    "CiteStructure": {"citeType"},
    "CitableUnit": {"identifier", "level", "parent"},
}
KINDS = {"heading": "section", "title": "front"}


class Client:
    """Asks a site in a folder, as it would one at this address; notes what was asked for."""

    def __init__(self, site: Path, address: str) -> None:
        self.site, self.address = site, address
        self.asked: set[str] = set()

    def file(self, address: str) -> bytes:
        assert address.startswith(self.address), address
        path = unquote(urlsplit(address).path.removeprefix(urlsplit(self.address).path))
        self.asked.add(path)
        return (self.site / path).read_bytes()

    def ask(self, at: str, template: str, **parameters: str | int) -> tuple[str, Answer]:
        """The answer to a template that was found at an address, with its own address."""
        # As strings: the library takes the number 0 for no value.
        address = urljoin(at, expand(template, {name: str(value) for name, value in parameters.items()}))
        return address, json.loads(self.file(address))


@pytest.fixture(scope="module", params=("published", "site"))
def client(request: pytest.FixtureRequest) -> Client:
    """For the site with a known address, and for the one without."""
    address = PUBLISHED if request.param == "published" else "https://unknown.example/"
    return Client(request.getfixturevalue(request.param), address)


def objects(value: Any) -> list[Answer]:
    """All objects with a type in an answer."""
    if isinstance(value, list):
        return [found for one in value for found in objects(one)]
    if not isinstance(value, dict):
        return []
    return [value] * ("@type" in value) + [found for one in value.values() for found in objects(one)]


def units(edition: Edition, code: str) -> list[tuple[str, str, int, str | None]]:
    """The citable units of a language by the model: id, kind, level, parent."""
    return [
        (one.id, KINDS.get(one.kind, one.kind), len(one.sections) + 1, one.sections[-1] if one.sections else None)
        for one in walk(edition, edition.locale(code))
    ]


def told(members: list[Answer]) -> list[tuple[str, str, int, str | None]]:
    return [(one["identifier"], one["citeType"], one["level"], one["parent"]) for one in members]


def test_program_finds_every_answer_from_the_entry_point(client: Client, edition: Edition) -> None:
    start = f"{client.address}dts/index.json"
    entry = json.loads(client.file(start))
    at, whole = client.ask(start, entry["collection"])
    for nav in ({}, {"nav": "children"}):
        same = client.ask(start, entry["collection"], id=whole["@id"], **nav)[1]
        assert [one["@id"] for one in same["member"]] == [locale.code for locale in edition.locales]
    assert client.ask(start, entry["collection"], id=whole["@id"], nav="parents")[1]["member"] == []
    for member in whole["member"]:
        code = member["@id"]
        assert member["totalParents"] == 1 and member["totalChildren"] == 0
        assert client.ask(at, member["collection"], nav="parents")[1]["member"][0]["@id"] == whole["@id"]
        assert client.ask(at, member["collection"], nav="children")[1]["member"] == []
        here, resource = client.ask(at, member["collection"])
        assert resource["title"] == edition.facts.article.title[code]
        known = units(edition, code)
        deepest = max(level for _, _, level, _ in known)
        for down in (*range(1, deepest + 1), -1):
            found = client.ask(here, resource["navigation"], down=down)[1]
            assert told(found["member"]) == [one for one in known if down == -1 or one[2] <= down]
        client.file(urljoin(here, expand(resource["document"])))
        for unit in known:
            there, alone = client.ask(here, resource["navigation"], ref=unit[0])
            assert told([alone["ref"]]) == [unit] and "member" not in alone
            siblings = client.ask(there, alone["resource"]["navigation"], ref=unit[0], down=0)[1]
            assert told(siblings["member"]) == [one for one in known if one[3] == unit[3]]
            children = [one for one in known if one == unit or one[3] == unit[0]]
            assert (
                told(client.ask(there, alone["resource"]["navigation"], ref=unit[0], down=1)[1]["member"]) == children
            )
            below = told(client.ask(there, alone["resource"]["navigation"], ref=unit[0], down=-1)[1]["member"])
            assert below[0] == unit and set(children) <= set(below)
            client.file(urljoin(there, expand(alone["resource"]["document"], ref=unit[0])))
    assert client.asked == set(every_path(edition))


def test_answers_have_what_the_specification_requires(client: Client, edition: Edition) -> None:
    for path in every_path(edition):
        if path.endswith(".json"):
            answer = json.loads((client.site / path).read_bytes())
            assert answer["@context"] == "https://dtsapi.org/context/v1.0.json" and answer["dtsVersion"] == "1.0"
            for one in objects(answer):
                assert REQUIRED[one["@type"]] <= one.keys(), path
            if answer["@type"] in ("EntryPoint", "Navigation"):
                assert urljoin(f"{client.address}{path}", answer["@id"]) == f"{client.address}{path}"


def canonical(element: Element) -> bytes:
    copied = etree.fromstring(etree.tostring(element, with_tail=False))
    etree.cleanup_namespaces(copied)
    return etree.tostring(copied, method="c14n")


def test_documents_are_what_the_whole_edition_has(client: Client, edition: Edition) -> None:
    whole = etree.parse(client.site / "files/edition.xml").getroot()
    named = {one.get(f"{XML}id"): one for one in whole.iter() if one.get(f"{XML}id")}
    for locale in edition.locales:
        text = etree.parse(client.site / f"dts/document/{locale.code}.xml").getroot()
        assert text.tag == f"{TEI}TEI"
        assert [canonical(one) for one in text] == [canonical(whole[0]), canonical(named[locale.code])]
        for unit in walk(edition, locale):
            address = f"{client.address}dts/document/{locale.code}/{unit.id}.xml"
            root = etree.fromstring(client.file(address))
            assert root.tag == f"{TEI}TEI" and [one.tag for one in root] == [f"{DTS}wrapper"]
            name = unit.id if locale.original else f"{locale.code}-{unit.id}"
            assert [canonical(one) for one in root[0]] == [canonical(named[name])]
            assert urljoin(address, root.get(f"{XML}base")) == f"{client.address}files/edition.xml"


def test_static_hosts_are_told_the_types_and_who_may_read(site: Path) -> None:
    headers = (site / "_headers").read_text(encoding="utf-8")
    for folder in ("dts", "files", "p"):
        assert f"/{folder}/*\n  Access-Control-Allow-Origin: *\n" in headers
    assert "/dts/navigation/*\n  Content-Type: application/ld+json\n" in headers
    assert "/dts/document/*\n  Content-Type: application/tei+xml\n" in headers
