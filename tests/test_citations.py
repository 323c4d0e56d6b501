"""Citations: each word for word, none with a gap in it, and readable by the programs of others."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import extruct
import lxml.html
import pytest
import rispy
import trafilatura
import yaml
from citeproc.source.json import CiteProcJSON
from edition.addresses.cards import cards
from edition.citing import cited as citing
from edition.citing.cited import Cited, citable
from edition.citing.exports import bibtex
from edition.citing.styles import citations, names_page
from edition.citing.text import Run, plain
from edition.markup.parsing import parse_page
from edition.model.addressing import of_version
from edition.model.edition import Edition
from edition.model.reader import read_edition
from edition.text.sections import headings, sections
from edition.text.wording import recorded, unreleased
from pybtex.database.input.bibtex import Parser
from pybtex.richtext import Text
from support.projects import PUBLISHED, ROOT, build

EXPECTED = yaml.safe_load((ROOT / "tests/citations.yml").read_text(encoding="utf-8"))
LANGUAGES = ("kk", "ru", "en")
HOST = "https://host.example/"
RELEASE = {"version": "1.0.0", "released": date(2026, 11, 23)}
# The day of the version, as `citation_*` tags write it.
RELEASED = read_edition(ROOT).facts.released.strftime("%Y/%m/%d")
PARAGRAPHS = [f"p{number}" for number in range(1, 53)]
STRINGS = yaml.safe_load((ROOT / "docs/_data/strings.yml").read_text(encoding="utf-8"))
KEY = re.compile(rf"\b({'|'.join(sorted({key.partition('.')[0] for key in STRINGS}))})\.[a-z][a-z.-]*[a-z]\b")
# What a field that is left out, or a mark too many, would leave behind.
GAP = re.compile(
    r"\.\.|,,|, ?\.|,\s*,|\(\s*\)|\[\s*\]|«»|“”|  | [,.](?!\d)|None|[{}]|\(,|, *\)|–\s*–|: *[.;,]| $|^[ ,.]"
)


def what(edition: Edition, code: str, name: str) -> Cited:
    """What is cited by the name that citations.yml gives it, as of the release that these citations are of."""
    locale = edition.locale(code)
    if name in ("print", "edition"):
        found = {"print": citing.the_print, "edition": citing.the_edition}[name](edition, locale)
    elif name in PARAGRAPHS:
        found = citing.the_paragraph(edition, locale, name)
    else:
        found = citing.the_section(edition, locale, name)
    return replace(found, **RELEASE)


def written(runs: list[Run], one: Cited, style: str) -> str:
    """A citation as citations.yml writes it: titles between asterisks, with address and day."""
    day = "23 Nov. 2026" if (style, one.locale.code) == ("mla", "en") else "23.11.2026"
    starred = [replace(run, text=f"*{run.text}*") if run.kind == "title" else run for run in runs]
    return plain(starred, of_version(HOST + one.path, one.version), day)


def all_of(edition: Edition, code: str, name: str) -> dict[str, str]:
    """The citations of something in every style of a language."""
    one = what(edition, code, name)
    return {style: written(runs, one, style) for style, runs in citations(edition, one).items()}


@pytest.mark.parametrize("name", ("print", "edition", "introduction", "results-steppe", "p12", "p13"))
@pytest.mark.parametrize("code", LANGUAGES)
def test_citations_are_the_expected_ones(edition: Edition, code: str, name: str) -> None:
    assert all_of(edition, code, name) == EXPECTED[code][name]


def test_every_style_is_expected_in_every_language() -> None:
    for code in LANGUAGES:
        for name in EXPECTED[code]:
            assert len(EXPECTED[code][name]) == 5 and all(EXPECTED[code][name].values())


@pytest.fixture(scope="module")
def pages_of_the_print() -> dict[str, str]:
    """The printed pages of every unit as citations give them, from the lines of the source alone.

    A line that begins with a space begins a page; the article begins on page 37, and all later numbers are counted.
    """
    lines = (ROOT / "docs/_data/source.txt").read_text(encoding="utf-8").split("\n")
    page, at = 37, {}
    for number, line in enumerate(lines, 1):
        # The first page has its number printed.
        page += line.startswith(" ") and bool(line.strip()) and number > 1 and at != {}
        at[number] = page
    records = yaml.safe_load((ROOT / "docs/_data/emendations.yml").read_text(encoding="utf-8"))["units"]
    found = {}
    for unit, (first, last) in records.items():
        begin, end = at[first], at[last]
        found[unit] = f"[{begin}]" if begin == end else f"[{begin}–{end}]"
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_citations_of_all_paragraphs_differ_only_in_number_page_and_address(
    edition: Edition, code: str, pages_of_the_print: dict[str, str]
) -> None:
    """So that each of them is the expected one: what was checked by hand, with these three put in."""
    for name in PARAGRAPHS:
        pages = pages_of_the_print[name]
        sample = "p12" if "–" in pages else "p13"
        number, old = name[1:], sample[1:]
        for style, told in all_of(edition, code, name).items():
            wanted = EXPECTED[code][sample][style]
            wanted = wanted.replace(f"#{sample}", f"#{name}")
            wanted = wanted.replace({"p12": "[42–43]", "p13": "[43]"}[sample], pages)
            wanted = re.sub(rf"\b{old}(?=-тармақ)|((?:абз|Абз|[Pp]ara?)\. ){old}\b", rf"\g<1>{number}", wanted)
            assert told == wanted, (name, style)


def nested(heading: str) -> str:
    """A Kazakh or Russian heading as it stands within quotation marks."""
    return heading.translate(str.maketrans("«»", "„“"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_citations_of_all_sections_differ_only_in_heading_pages_and_address(edition: Edition, code: str) -> None:
    locale = edition.locale(code)
    for name, section in sections(edition).items():
        sample = "results-steppe" if section.by_edition else "introduction"
        one, like = what(edition, code, name), what(edition, code, sample)
        for style, told in all_of(edition, code, name).items():
            wanted = EXPECTED[code][sample][style].replace(f"#{sample}", f"#{name}")
            capitals = code == "en" and style in ("chicago", "mla")
            old, new = (
                EXPECTED["headings"][one].strip("[]") if capitals else headings(edition, locale)[one]
                for one in (sample, name)
            )
            wanted = wanted.replace(old, new).replace(nested(old), nested(new))
            if "–" not in one.pages:
                wanted = wanted.replace(f"{like.pages}-беттер", f"{like.pages}-бет").replace("pp. [", "p. [")
            assert told == wanted.replace(like.pages, one.pages), (name, style)


def everything(edition: Edition) -> Iterator[tuple[Cited, str, str]]:
    """Every citation of everything in every style and language: what is cited, the style, and the citation."""
    names = ("print", "edition", *cards(edition))
    for one in (citable(edition, locale, name) for locale in edition.locales for name in names):
        for style, runs in citations(edition, one).items():
            for address, day in itertools.product(("", HOST + one.path), ("", "23.11.2026")):
                yield one, style, plain(runs, address, day)


def test_no_citation_has_a_gap_a_doubled_point_or_a_key(edition: Edition) -> None:
    count = 0
    for one, style, told in everything(edition):
        assert not GAP.search(told), (one.locale.code, one.path, style, told, GAP.search(told))
        assert not KEY.search(told), (one.path, style, told)
        assert told.count("(") == told.count(")") and told.count("[") == told.count("]")
        count += 1
    assert count == 3 * (2 + 14 + 52) * 5 * 4


LACKING = {
    "probable_journal": "",
    "issue": None,
    "whole_number": None,
    "first_page": None,
    "given": "",
    "pages": "",
    "plain_url": "",
}


@pytest.mark.parametrize(
    "missing", (*itertools.combinations(LACKING, 1), *itertools.combinations(LACKING, 2), tuple(LACKING))
)
def test_citation_without_a_field_is_right_without_it(edition: Edition, missing: tuple[str, ...]) -> None:
    for code, name in itertools.product(
        LANGUAGES, ("print", "edition", "introduction", "results-steppe", "p12", "p13")
    ):
        whole = what(edition, code, name)
        one = replace(whole, **{field: LACKING[field] for field in missing})
        for style, runs in citations(edition, one).items():
            told = plain(runs, "" if "plain_url" in missing else HOST + one.path, "23.11.2026")
            assert not GAP.search(told), (missing, code, name, style, told)
            if {"issue", "whole_number"} <= set(missing):
                assert "71" not in told and "№" not in told and "no." not in told.lower().replace("nov.", "")
            # Without a conjecture the journal's own description of itself stands there.
            described = f"[{STRINGS['citation.journal'][code]}]"
            supplied = f"[{whole.probable_journal}?]"
            assert (supplied in told or described in told) == (style.startswith("gost") or name == "print")
            assert (described in told) <= ("probable_journal" in missing)
            if "pages" in missing and whole.pages:
                assert whole.pages not in told


@pytest.mark.slow
def test_page_whose_data_lack_fields_cites_without_them(small: Path) -> None:
    path = small / "docs/_data/edition.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"  (issue|whole_number|first_page): .*\n", "", text), encoding="utf-8")
    build(small)
    for page in ("index.html", "ru/about/index.html", "p/2/index.html", "s/introduction/index.html"):
        tree = lxml.html.document_fromstring((small / "site" / page).read_bytes())
        for hidden in tree.xpath("//*[@hidden and not(self::button)]"):
            hidden.drop_tree()
        for citation in tree.xpath("//*[@data-style]"):
            told = " ".join(citation.text_content().split())
            assert told and not GAP.search(told) and "№" not in told and "37" not in told, told
    tree = lxml.html.document_fromstring((small / "site/en/index.html").read_bytes())
    names = tree.xpath("//meta/@name")
    assert "citation_title" in names and not {"citation_issue", "citation_firstpage"} & set(names)


def test_title_with_marks_of_its_own_stays_whole(edition: Edition) -> None:
    """Quotation marks within become the inner ones; signs that mean something to BibTeX are told from it."""
    one = replace(what(edition, "en", "p12"), title="The “land” & 100 % of it_s #1 a~b \\d")
    told = plain(citations(edition, one)["chicago"], HOST)
    assert "“The ‘Land’ & 100 % of It_S #1 A~B \\D” (2021)" in told
    entry = Parser().parse_string(bibtex(edition, one)).entries["sheriyazdanov2026-p12-en"]
    assert str(Text.from_latex(entry.fields["title"])) == one.title


@pytest.mark.parametrize("code", LANGUAGES)
def test_print_is_cited_with_the_page_that_is_quoted(edition: Edition, code: str) -> None:
    cited = citing.print_page(edition, edition.locale(code), "[42]")
    found = {
        style: written(runs, cited, style) for style, runs in citations(edition, cited).items() if names_page(style)
    }
    assert found == EXPECTED["print-page"][code]


def test_downloads_are_read_by_the_libraries_of_others(published: Path) -> None:
    count = 0
    for path in sorted(published.rglob("*.bib")):
        stem = path.relative_to(published).with_suffix("").as_posix()
        # What `parse_string` of pybtex calls, after it has looked through all packages for it.
        entries = Parser().parse_string(path.read_text(encoding="utf-8")).entries
        ((key, entry),) = entries.items()
        (record,) = rispy.loads(path.with_suffix(".ris").read_bytes().decode("utf-8"))
        written_json = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        (item,) = CiteProcJSON(written_json).values()
        (raw,) = written_json
        assert key == record["id"] == raw["id"]
        (person,) = entry.persons["author"]
        names = [" ".join(person.last_names), " ".join(person.first_names)]
        assert names == record["authors"][0].split(", ") == [item["author"][0]["family"], item["author"][0]["given"]]
        assert names[0] in ("Шериязданов", "Sheriyazdanov")
        assert entry.fields["year"] == record["year"] == str(raw["issued"]["date-parts"][0][0])
        assert record["title"] == raw["title"] == str(Text.from_latex(entry.fields["title"]))
        assert all(str(value).strip() for value in (*entry.fields.values(), *record.values(), *raw.values()))
        if not stem.startswith("cite/print"):
            code = re.search(r"(kk|ru|en)$", stem)[0]
            name = stem.split("/")[1]
            anchor = "" if stem.startswith("cite/") else f"#{'p' if stem[0] == 'p' else ''}{name}"
            version = entry.fields["version"]
            named = "" if version.endswith("-dev") else f"?v={version}"
            address = f"{PUBLISHED}{'' if code == 'kk' else f'{code}/'}{named}{anchor}"
            assert entry.fields["url"] == record["urls"][0] == raw["URL"] == address
            assert entry.fields["language"] == record["language"] == raw["language"] == code
        count += 1
    assert count == 3 * (2 + 14 + 52)


def test_print_is_told_from_the_edition_in_the_downloads(published: Path) -> None:
    (printed,) = json.loads((published / "cite/print-en.json").read_text(encoding="utf-8"))
    (edition,) = json.loads((published / "cite/edition-en.json").read_text(encoding="utf-8"))
    assert (printed["type"], printed["issued"]["date-parts"], printed["issue"]) == (
        "article-journal",
        [[2021]],
        "3 (71)",
    )
    assert printed["language"] == "kk" and "URL" not in printed and "container-title" not in printed
    assert edition["issued"]["date-parts"][0][0] == 2026 and edition["original-date"]["date-parts"] == [[2021]]
    assert printed["page"] == printed["page-first"] == "37" and "volume" not in printed | edition
    (entry,) = Parser().parse_string((published / "cite/print-en.bib").read_text(encoding="utf-8")).entries.values()
    assert entry.type == "article" and entry.fields["journal"] == "{[Ғылыми-сараптамалық журнал]}"


def test_probable_journal_is_in_no_field_for_programs(edition: Edition, published: Path) -> None:
    """Only in the notes of records, where its brackets and question mark say what it is."""
    name = edition.facts.article.probable_journal
    noted = 0
    for path in published.rglob("*.json"):
        if path.with_suffix(".bib").exists():
            (item,) = json.loads(path.read_text(encoding="utf-8"))
            note = item.pop("note", "")
            assert name not in json.dumps(item, ensure_ascii=False)
            (entry,) = Parser().parse_string(path.with_suffix(".bib").read_text(encoding="utf-8")).entries.values()
            assert [field for field, value in entry.fields.items() if name in value] == ["note"] * (name in note)
            record = path.with_suffix(".ris").read_bytes().decode("utf-8").split("\r\n")
            assert [line[:2] for line in record if name in line] == ["N1"] * (name in note)
            assert note.count(name) == note.count(f"[{name}?]")
            noted += name in note
    assert noted == 3 * (1 + 14 + 52)
    for folder in ("", "ru/", "en/", "p/12/", "s/introduction/"):
        tree = lxml.html.document_fromstring((published / folder / "index.html").read_bytes())
        graphs = [json.loads(text) for text in tree.xpath("//script[@type='application/ld+json']/text()")]
        fields = [*tree.xpath("//meta/@content"), json.dumps(graphs, ensure_ascii=False)]
        assert graphs and not any(name in field for field in fields)


def test_sign_of_a_section_is_named_by_the_words_of_its_heading(small: Path) -> None:
    """Not by its marks, and not by the markup in it."""
    path = small / "docs/en/index.md"
    text = path.read_text(encoding="utf-8")
    heading = "## An <em>intro</em>duction[^tc-p01-2] \\* & “more” {"
    path.write_text(text.replace("20[^tc-p01-2]", "20").replace("## Introduction {", heading), encoding="utf-8")
    edition = read_edition(small)
    (sign,) = parse_page(edition, edition.article(edition.locale("en"))).xpath("//*[@class='headed']/a")
    assert sign.get("aria-label") == "Cite the section: An introduction * & “more”"


@pytest.mark.parametrize("code, folder", (("kk", ""), ("ru", "ru/"), ("en", "en/")))
def test_article_is_read_by_parsers_of_others(edition: Edition, published: Path, code: str, folder: str) -> None:
    """JSON-LD and Dublin Core by extruct; `citation_*` by trafilatura, from the page without its JSON-LD."""
    html = (published / folder / "index.html").read_text(encoding="utf-8")
    address = PUBLISHED + folder
    article = edition.facts.article
    told = extruct.extract(html, base_url=address, syntaxes=["json-ld", "dublincore"])
    (graph,) = told["json-ld"]
    assert graph["@type"] == "ScholarlyArticle" and graph["inLanguage"] == code and graph["url"] == address
    assert graph["name"] == article.title[code] and graph["author"]["familyName"] == article.author.family[code]
    others = {PUBLISHED, f"{PUBLISHED}ru/", f"{PUBLISHED}en/"} - {address}
    if code == "kk":
        assert {one["url"] for one in graph["workTranslation"]} == others and graph["datePublished"] == "2021"
        assert graph["isPartOf"]["@type"] == "PublicationIssue" and graph["isPartOf"]["issueNumber"] == "3 (71)"
        assert "license" not in graph and graph["pageStart"] == "37"
    else:
        assert graph["translationOfWork"]["url"] == PUBLISHED and graph["translationOfWork"]["datePublished"] == "2021"
        assert graph["datePublished"] == edition.facts.released.isoformat()
        assert graph["license"].endswith("/by/4.0/")
    for unknown in ("issn", "pageEnd", "publisher", "periodical", "doi"):
        assert unknown not in json.dumps(graph).lower()
    dublin = {one["name"].lower(): one["content"] for one in told["dublincore"][0]["elements"] if "name" in one}
    assert dublin["dc.language"] == code and dublin["dc.title"] == article.title[code]
    without = re.sub(r'<script type="application/ld\+json">.*?</script>', "", html, flags=re.DOTALL)
    without = re.sub(r'<meta name="DC\.[^>]*>', "", without)
    seen = trafilatura.extract_metadata(without, default_url=address)
    assert seen.title == article.title[code] and seen.author == edition.author(edition.locale(code))
    assert len(seen.tags) >= 7 and not re.search(r":|\.$", " ".join(seen.tags))


@pytest.mark.parametrize("code, folder", (("kk", ""), ("ru", "ru/"), ("en", "en/")))
def test_tags_of_scholars_are_there_once_and_right(edition: Edition, published: Path, code: str, folder: str) -> None:
    tree = lxml.html.document_fromstring((published / folder / "index.html").read_bytes())
    tags: dict[str, list[str]] = {}
    for tag in tree.xpath("//meta[starts-with(@name, 'citation_')]"):
        tags.setdefault(tag.get("name"), []).append(tag.get("content"))
    keywords = tags.pop("citation_keywords")
    assert len(keywords) == {"kk": 7, "ru": 7, "en": 12}[code]
    assert all(len(values) == 1 and values[0] for values in tags.values())
    told = {name: values[0] for name, values in tags.items()}
    # The given name first: some readers take a comma for the end of one author and the beginning of another.
    assert told["citation_author"] == edition.author(edition.locale(code))
    printed = ("citation_publication_date", "citation_issue", "citation_firstpage")
    if code == "kk":
        assert [told[name] for name in printed] == ["2021", "3 (71)", "37"]
        assert told["citation_online_date"] == RELEASED
    else:  # the print is the original, not the translation
        assert [told.get(name) for name in printed] == [RELEASED, None, None]
    assert told["citation_public_url"] == told["citation_fulltext_html_url"] == PUBLISHED + folder
    assert told["citation_language"] == code and told["citation_abstract"].startswith(
        {"kk": "Мақалада Қазақстанда", "ru": "В статье дан", "en": "The article provides"}[code]
    )
    assert not {
        "citation_journal_title",
        "citation_issn",
        "citation_doi",
        "citation_lastpage",
        "citation_volume",
    } & set(told)
    assert tree.xpath("//link[@rel='cite-as']/@href") == [PUBLISHED + folder]


def test_card_names_its_address_and_its_places(published: Path) -> None:
    html = (published / "p/12/index.html").read_text(encoding="utf-8")
    tree = lxml.html.document_fromstring(html)
    own = f"{PUBLISHED}p/12/"
    assert tree.xpath("//link[@rel='canonical']/@href") == [own]
    assert tree.xpath("//link[@rel='cite-as']/@href") == [f"{PUBLISHED}#p12"]  # as in every citation
    assert tree.xpath("//link[@hreflang]") == []  # fragments are no pages
    (graph,) = extruct.extract(html, base_url=own, syntaxes=["json-ld"])["json-ld"]
    assert graph["url"] == own and graph["inLanguage"] == list(LANGUAGES) and len(graph["isPartOf"]) == 3
    assert tree.findtext(".//title").startswith("12-тармақ · Абзац 12 · Paragraph 12 — ")


def test_without_an_address_nothing_pretends_to_have_one(site: Path) -> None:
    """Where the site is published is not known here: no whole address of it, and citations complete without."""
    for path in ("index.html", "ru/index.html", "p/12/index.html"):
        html = (site / path).read_text(encoding="utf-8")
        assert "host.example" not in html and "cite-as" not in html and "citation_public_url" not in html
        (graph,) = extruct.extract(html, base_url="https://elsewhere.example/", syntaxes=["json-ld"])["json-ld"]
        assert "://" not in graph["url"]
        tree = lxml.html.document_fromstring(html)
        for hidden in tree.xpath("//*[@hidden]"):
            hidden.drop_tree()
        for citation in tree.xpath("//*[@data-style]"):
            told = " ".join(citation.text_content().split())
            assert not GAP.search(told) and "URL" not in told and "http" not in told


def test_version_and_its_day_are_those_of_the_changelog(edition: Edition) -> None:
    first = re.search(r"^## \[(\d.*?)\] - (.*)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    release = recorded(edition)[-1]
    assert first.groups() == (release.number, release.released.isoformat())
    assert unreleased(edition) or first.groups() == (edition.facts.version, edition.facts.released.isoformat())
