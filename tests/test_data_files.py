"""Text, table and JSON: each has the same words as the pages, unit by unit, with the same marks in the same places."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from edition.model.edition import Edition
from edition.text.units import units
from edition.text.walk import walk
from jsonschema import Draft202012Validator, FormatChecker

BREAK = re.compile(r"(^| )\{(\d+)\} ?")


def read(site: Path, path: str) -> Any:
    return json.loads((site / path).read_text(encoding="utf-8"))


def without_marks(line: str, breaks: bool) -> str:
    """The words of a line of plain text."""
    line = BREAK.sub(lambda found: " " if breaks and found[1] else "", line)
    return " ".join(re.sub(r" ?\[\d+(?:, [^\[\]]+)?\]", "", line).split())


def test_plain_text_has_every_unit_on_a_line(site: Path, edition: Edition) -> None:
    for locale in edition.locales:
        lines = iter((site / f"files/{locale.code}.txt").read_text(encoding="utf-8").split("\n"))
        for name, unit in units(edition, locale).items():
            number = name.removeprefix("p") if re.fullmatch(r"p\d+", name) else ""
            for line in lines:
                margin, words = line[:4].strip(), line[6:].removeprefix("– ")
                if margin == number and without_marks(re.sub(r"^\d+\. ", "", words), True) == unit.words:
                    break
            else:
                pytest.fail(f"{locale.code}.txt has no line with the words of {name}")


def test_plain_text_has_every_note_mark_and_every_page_of_the_print(site: Path, edition: Edition) -> None:
    for locale in edition.locales:
        text = (site / f"files/{locale.code}.txt").read_text(encoding="utf-8")
        body = text[: text.index(edition.translator(locale)("notes.missing"))]
        body = body[body.index(units(edition, locale)["issue"].words[:12]) :]
        marks = [one for one in edition.article(locale).occurrences if re.fullmatch(r"n\d+", one.key)]
        assert re.findall(r"\[(\d+)[\],]", body) == [one.key.removeprefix("n") for one in marks]
        pages = [one.key.removeprefix("pb") for one in edition.article(locale).occurrences if one.key.startswith("pb")]
        assert re.findall(r"\{(\d+)\}", body) == pages
        notes = text[text.index(edition.translator(locale)("notes.missing")) :]
        assert re.findall(r"^ *\[(\d+)\]  ", notes, re.MULTILINE) == [key[1:] for key in edition.references]


def test_table_has_every_unit_in_every_language(site: Path, edition: Edition) -> None:
    head, *lines = (site / "files/units.tsv").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    codes = [locale.code for locale in edition.locales]
    assert head.split("\t") == ["id", *codes]
    rows = {line.split("\t")[0]: dict(zip(codes, line.split("\t")[1:], strict=True)) for line in lines}
    assert list(rows) == [unit.id for unit in walk(edition, edition.original)]
    for locale in edition.locales:
        words = [unit.words for unit in walk(edition, locale)]
        assert sorted(row[locale.code] for row in rows.values()) == sorted(words)
    for name, row in rows.items():
        if re.fullmatch(r"p\d+", name):
            assert row == {locale.code: units(edition, locale)[name].words for locale in edition.locales}


@pytest.mark.parametrize("name", ("units", "timeline", "glossary"))
def test_json_is_valid_by_the_schema_beside_it(site: Path, name: str) -> None:
    data = read(site, f"files/{name}.json")
    schema = read(site, f"files/{data['$schema']}")
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(data)


def test_json_of_paragraphs_is_valid_and_has_their_words(site: Path, edition: Edition) -> None:
    validator = Draft202012Validator(read(site, "files/paragraph.schema.json"))
    whole = {unit["id"]: unit for unit in read(site, "files/units.json")["units"]}
    for name in (name for name in whole if re.fullmatch(r"p\d+", name)):
        path = site / "p" / name.removeprefix("p")
        data = read(path, "index.json")
        assert (path / data["$schema"]).resolve() == (site / "files/paragraph.schema.json").resolve()
        validator.validate(data)
        assert data["texts"] == whole[name]["texts"]
        assert {mark["note"] for text in data["texts"].values() for mark in text.get("notes", ())} == set(
            data["references"]
        )
        for locale in edition.locales:
            assert (path / f"{locale.code}.txt").read_text(
                encoding="utf-8"
            ) == f"{data['texts'][locale.code]['words']}\n"


def test_json_says_where_marks_stand(site: Path, edition: Edition) -> None:
    records = {unit["id"]: unit for unit in read(site, "files/units.json")["units"]}
    for locale in edition.locales:
        for name, unit in units(edition, locale).items():
            if not re.fullmatch(r"p\d+", name):
                continue
            text = records[name]["texts"][locale.code]
            assert text["words"] == unit.words
            printed = [("sign", mark["at"], f" ?{re.escape(mark['sign'])}") for mark in text.get("notes", ())]
            printed += [("break", mark["at"], "\f") for mark in text.get("page_breaks", ())]
            pattern, reached = "", 0
            for _, at, sign in sorted(printed, key=lambda one: one[1]):
                pattern += re.escape(unit.words[reached:at]) + sign
                reached = at
            assert re.fullmatch(pattern + re.escape(unit.words[reached:]), unit.witness), name
    part = next(one for one in records["p23"]["texts"]["ru"]["parts"] if one["id"] == "p23-2")
    words = records["p23"]["texts"]["ru"]["words"]
    assert words[part["start"] : part["end"]].startswith("вторая задача")


def test_json_has_every_event_and_every_term(site: Path, edition: Edition) -> None:
    found = []

    def collect(events: list[dict[str, Any]]) -> None:
        for event in events:
            found.append(event["id"])
            collect(event.get("events", []))

    for part in read(site, "files/timeline.json")["parts"]:
        collect(part["periods"])
        collect(part["events"])
    assert found == [event.id for event in edition.events]
    assert [entry["id"] for entry in read(site, "files/glossary.json")["entries"]] == list(edition.glossary)


def test_checksums_are_those_of_the_files(site: Path) -> None:
    lines = (site / "files/SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    made = {path.name for path in (site / "files").iterdir() if path.suffix not in (".br", ".gz")}
    assert set(sums) == made - {"SHA256SUMS", "site.zip", "site.zip.sha256"}
    for name, digest in sums.items():
        assert hashlib.sha256((site / "files" / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("code", ("kk", "ru", "en"))
def test_example_of_the_page_runs_and_shows_notes(site: Path, code: str) -> None:
    page = lxml.html.parse(site / ("" if code == "kk" else code) / "data/index.html")
    done = subprocess.run(
        [sys.executable, "-c", page.find(".//pre").text_content()],
        cwd=site / "files", capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.stderr == ""
    notes = [line for line in done.stdout.splitlines() if line.startswith("    ")]
    assert done.stdout.startswith("p8 ") and [note.split()[0] for note in notes] == ["[1]", "[1]", "[2]"]


def test_page_offers_every_file_with_its_size(site: Path) -> None:
    made = {path.name: path for path in (site / "files").iterdir() if path.suffix not in (".br", ".gz")}
    for folder in ("", "ru/", "en/"):
        page = lxml.html.parse(site / folder / "data/index.html")
        links = {link.get("href").rpartition("/")[2]: link for link in page.iterfind(".//dl[@class='files-list']//a")}
        assert set(links) == {*made, "index.json"}  # the last one is the entry point of dts/
        for link in links.values():
            size = link.getnext()
            assert size.tag == "small" and re.fullmatch(r"[\d.,]+\s\w+", size.text)
            assert size.get("data-size") is None
