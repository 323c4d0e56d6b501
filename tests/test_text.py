"""The author's text is whole and his: proven on the pages as they were built, independently of the checks."""

from __future__ import annotations

import hashlib
import random
import re
from collections import Counter
from pathlib import Path

import lxml.html
import pytest
import yaml
from edition.gate import run as gate
from edition.model.edition import Edition
from support.projects import ROOT

SHA256 = "8a3609ada77d5959f296501e4347674eeea1e7ed1213dfc6d14e72e72c36a79e"
LANGUAGES = {"kk": "index.html", "ru": "ru/index.html", "en": "en/index.html"}
PARTS = ["p23-1", "p23-2", "p23-3", "p23-4", "p24-1", "p24-2", "p24-3", "p24-4",
         "p31-1", "p31-2", "p31-3", "p33-1", "p33-2"]  # fmt: skip
MARKS = ["n1-a", "n1-b", "n2-a", "n3-a", "n3-b", "n4-a", "n5-a", "n7-a", "n8-a", "n9-a", "n10-a"]
SECTIONS = ["introduction", "methods", "analysis", "results", "results-steppe", "results-empire", "results-soviet",
            "results-stages", "results-concept", "results-elections", "conclusions", "conclusions-problems",
            "conclusions-proposals", "conclusions-closing"]  # fmt: skip


@pytest.fixture(scope="module")
def articles(site: Path) -> dict[str, lxml.html.HtmlElement]:
    """The article of each language as a browser gets it."""
    return {
        code: lxml.html.document_fromstring((site / path).read_bytes()).find(".//article")
        for code, path in LANGUAGES.items()
    }


def letters(text: str) -> Counter[str]:
    """The characters of a text, white space left out."""
    return Counter(re.sub(r"\s", "", text))


def test_source_is_the_text_supplied() -> None:
    assert hashlib.sha256((ROOT / "docs/_data/source.txt").read_bytes()).hexdigest() == SHA256


def test_every_character_of_the_source_is_accounted_for(articles: dict[str, lxml.html.HtmlElement]) -> None:
    """Source, less what the operations take, plus what they give, is the text of the Kazakh units."""
    record = yaml.safe_load((ROOT / "docs/_data/emendations.yml").read_text(encoding="utf-8"))
    wanted = letters((ROOT / "docs/_data/source.txt").read_text(encoding="utf-8"))
    operations = record["repairs"] + [note for note in record["notes"].values() if note["kind"] == "emendation"]
    for operation in operations:
        wanted += letters(operation["reading"])
        wanted -= letters(operation["source"])
    wanted -= Counter({"-": len(record["soft_hyphens"])})
    found: Counter[str] = Counter()
    for unit in record["units"]:
        (element,) = articles["kk"].xpath(f"//*[@id='{unit}']")
        for apparatus in element.xpath(".//*[@data-apparatus]"):
            kept = apparatus.findtext("a") if "note-mark" in apparatus.get("class", "") else ""
            apparatus.tail = (kept or "") + (apparatus.tail or "")
            for child in list(apparatus):
                apparatus.remove(child)
            apparatus.text = ""
        found += letters(element.text_content())
    assert found == wanted


@pytest.mark.parametrize("code", LANGUAGES)
def test_note_says_how_often_the_text_has_a_word_elsewhere(
    code: str, site: Path, articles: dict[str, lxml.html.HtmlElement]
) -> None:
    """Counted in the article as it was built, whatever divides the word there."""
    word = "өзін-өзі"
    record = yaml.safe_load((ROOT / "docs/_data/emendations.yml").read_text(encoding="utf-8"))
    count = 0
    for unit in record["units"]:
        (element,) = articles["kk"].xpath(f"//*[@id='{unit}']")
        bare = "".join(element.xpath(".//text()[not(ancestor::*[@data-apparatus])]"))
        count += bare.count(word)
    notes = lxml.html.document_fromstring(((site / LANGUAGES[code]).parent / "notes/index.html").read_bytes())
    (reason,) = notes.xpath("//*[@id='tc-p03-1']//*[@class='reason']")
    said = reason.text_content()
    assert word in said and re.findall(r"\d+", said) == [str(count - 1)]


def test_the_33_emendations_and_11_marks_are_there(site: Path) -> None:
    tree = lxml.html.document_fromstring((site / "index.html").read_bytes())
    assert len(tree.xpath("//*[contains(@class, 'critical-mark emendation')]")) == 33
    assert tree.xpath("//*[contains(@class, 'note-mark')]/a/@id") == MARKS


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_page_of_the_print_begins_in_the_same_unit_in_every_language(code: str, site: Path) -> None:
    """Elsewhere than in the author's own words, the sign and its name say that it stands where the sense requires."""
    tree = lxml.html.document_fromstring((site / LANGUAGES[code]).read_bytes())
    breaks = tree.xpath("//*[@role='doc-pagebreak']")
    assert [one.get("id") for one in breaks] == [f"pb{page}" for page in range(38, 51)]
    units = [next(above.get("id") for above in one.iterancestors() if above.get("id")) for one in breaks]
    assert units == [
        "abstract" if code == "ru" else "abstract-ru",
        *("p1", "p5", "p9", "p10", "p12", "p15", "p17", "p22", "p28", "p36", "p41", "p50"),
    ]
    by_sense = [one.get("id") for one in breaks if one.text_content().strip().startswith("≈")]
    assert by_sense == ([] if code == "kk" else [f"pb{page}" for page in range(39, 51)])
    assert len({one.get("title").replace(one.get("id")[2:], "") for one in breaks}) == (1 if code == "kk" else 2)


@pytest.mark.parametrize("code", LANGUAGES)
def test_units_parts_sections_and_marks_are_the_same_in_every_language(code: str, site: Path) -> None:
    ids = lxml.html.document_fromstring((site / LANGUAGES[code]).read_bytes()).xpath("//article//@id")
    assert [name for name in ids if re.fullmatch(r"p\d+", name)] == [f"p{number}" for number in range(1, 53)]
    assert [name for name in ids if re.fullmatch(r"p\d+-\d+", name)] == PARTS
    assert [name for name in ids if name in SECTIONS] == SECTIONS
    assert [name for name in ids if re.fullmatch(r"n\d+-[a-z]", name)] == MARKS
    assert {"title", "abstract", "keywords"} <= set(ids)


def test_number_shown_is_the_number_printed(site: Path) -> None:
    for code, last in (("kk", "[4, Т.4. 77 б.]"), ("ru", "[4, Т. 4, с. 77]"), ("en", "[4, vol. 4, p. 77]")):
        tree = lxml.html.document_fromstring((site / LANGUAGES[code]).read_bytes())
        shown = tree.xpath("//*[contains(@class, 'note-mark')]/a/text()")
        shown = [mark.replace("\u202f", " ") for mark in shown]
        assert shown == ["[1]", "[1]", "[2]", "[3]", "[3]", last, "[5]", "[7]", "[8]", "[9]", "[10]"]
        assert tree.xpath("//*[@role='doc-endnotes']//li/@value") == ["1", "2", "3", "4", "5", "7", "8", "9", "10"]


def test_bare_text_has_nothing_of_the_edition(site: Path) -> None:
    tree = lxml.html.document_fromstring((site / "index.html").read_bytes())
    (unit,) = tree.xpath("//*[@id='p25']")
    for apparatus in unit.xpath(".//*[@data-apparatus]"):
        apparatus.drop_tree()
    assert " ".join(unit.text_content().split()) == (
        "ҚР Президенті Қ.К. Тоқаев 2020 жылғы 1 қыркүйектегі Қазақстан халқына Жолдауында ауыл әкімдерінің тікелей "
        "сайлауын енгізу және Қазақстандағы ЖӨБ жаңа тұжырымдамасын әзірлеу туралы бастама жариялады."
    )


@pytest.mark.parametrize("seed", range(6))
def test_one_changed_letter_is_found(seed: int, real: Path) -> None:
    """Change one Kazakh letter anywhere in the article: the gate shuts, at the unit of that letter."""
    chance = random.Random(seed)
    path = real / "docs/kk/index.md"
    text = path.read_text(encoding="utf-8")
    start = text.index("## Кіріспе")
    places = [match.start() for match in re.finditer(r"(?<=[а-яәғқңөұүһі])[а-яәғқңөұүһі](?=[а-яәғқңөұүһі])", text)]
    place = chance.choice([place for place in places if place > start and "by-edition" not in _line(text, place)])
    other = "я" if text[place] != "я" else "ю"
    path.write_text(text[:place] + other + text[place + 1 :], encoding="utf-8")
    findings = gate.check_source(real, gate.Selection(only=["TEXT001"]))[1]
    assert findings and gate.blocks_build(findings)


def test_preview_of_a_note_says_all_of_it(site: Path, edition: Edition) -> None:
    """Also where a word in it is of a language that cannot be told."""
    for locale in edition.locales:
        page = lxml.html.parse(site / ("" if locale.original else locale.code) / "index.html")
        for mark in page.xpath("//*[@class='note-mark']"):
            key = mark.xpath("string(a/@href)").removeprefix("#")
            entry = edition.references[key].entry[locale.code]
            said = mark.xpath("string(*[@role='tooltip'])").replace("\u202f", " ").replace("\xa0", " ")
            assert said == f"[{key[1:]}] {entry}", (locale.code, key)


def test_every_date_in_the_margin_says_when(site: Path) -> None:
    for folder in ("", "ru", "en"):
        page = lxml.html.parse(site / folder / "index.html")
        assert all(re.search(r"\d|[IVX]", date.text) for date in page.xpath("//*[@class='dates']/a")), folder


def _line(text: str, place: int) -> str:
    return text[text.rfind("\n", 0, place) : text.find("\n", place)]
