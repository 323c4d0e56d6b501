"""The small thinking modules: dates, numbers, the transcript, the alphabet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from edition.findings import Place
from edition.gate import run as gate
from edition.model import dates
from edition.model.addressing import link
from edition.model.page import letter
from edition.model.reader import read_edition
from edition.render.blocks.glossary import initials
from edition.render.whole_pages import convert
from edition.text import transcription
from edition.text.alphabetical import sort_key
from edition.text.numbers import numbers
from support.projects import make_small


@pytest.mark.parametrize(
    "written", ("1991", "1990-04", "1991-02-15", "18XX", "1990/1993", "2007/..", "../2030", "14XX/18XX")
)
def test_dates_that_are(written: str) -> None:
    assert dates.parse(written)


@pytest.mark.parametrize(
    "written",
    (
        "1991-02-30",
        "1991-13",
        "1991-00",
        "1991-02-00",
        "91",
        "",
        "..",
        "../..",
        "1993/1990",
        "1991/",
        "XIX",
        "0000",
        "20XX",
        "18XX/..",
        "18XX/1917",
    ),
)
def test_dates_that_are_none(written: str) -> None:
    with pytest.raises(ValueError, match=re.escape(written.strip("/")) or "an empty date"):
        dates.parse(written)


def test_centuries_reach_over_their_hundred_years() -> None:
    span = dates.parse("18XX")
    assert (span.first.year, span.last.year) == (1801, 1900)


def values(text: str, cldr: str) -> list[int]:
    """The values of the numbers of a text."""
    return [number.value for number in numbers(text, cldr)]


@pytest.mark.parametrize(
    "text, cldr",
    (
        ("XIX ғасыр, 15.02.1991 жылғы заң, 125-бап, III тармақтың V бөлімі", "kk"),
        ("19 ғасырда, 1991 жылғы 15 ақпанда, 125 бап, 3 тармақ, 5 бөлім", "kk"),
        ("в XIX веке, 15 февраля 1991 года, статья 125, раздел V пункта III", "ru"),
        ("the 19th century, 15 February 1991, article 125, Section V of clause III", "en_GB"),
    ),
)
def test_numbers_are_equal_across_languages(text: str, cldr: str) -> None:
    assert values(text, cldr) == [2, 3, 5, 15, 19, 125, 1991]


@pytest.mark.parametrize(
    "text, cldr, months",
    (
        ("1990 жылы сәуірде", "kk", [4, 1990]),
        ("1991 жылғы 15 ақпанда", "kk", [2, 15, 1991]),
        ("в апреле 1990 года", "ru", [4, 1990]),
        ("in April 1990; in 1991 it may, and on 5 May", "en_GB", [4, 5, 5, 1990, 1991]),
    ),
)
def test_months_are_told_beside_their_years_and_days(text: str, cldr: str, months: list[int]) -> None:
    assert values(text, cldr) == months


def test_initials_are_no_numerals() -> None:
    assert values("V. Malinovsky and I, C. Smith", "en_GB") == []


def test_a_date_that_is_none_is_an_error_of_its_record() -> None:
    place = Place("docs/_data/glossary.yml", 3, 9)
    assert dates.read_date(None, "t-x", place) == (None, ())
    assert dates.read_date(1991, "t-x", place) == (dates.parse("1991"), ())
    span, (problem,) = dates.read_date("1991-02-30", "t-x", place)
    assert (
        span is None
        and problem.place == place
        and problem.message.startswith("t-x: 1991-02-30 is not a valid calendar date")
    )


def test_dates_are_parsed_where_they_are_read_and_nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    point = dates._point
    monkeypatch.setattr(dates, "_point", lambda written: parsed.append(written) or point(written))
    folder = make_small(tmp_path / "project")
    edition = read_edition(folder)
    once = list(parsed)
    assert once
    for page in edition.pages.values():
        convert(edition, page)
    assert parsed == once
    gate.check_source(folder)
    assert parsed == once * 2  # for it reads the edition anew


def test_lines_become_text() -> None:
    lines = ["бірінші жел-", "тоқсанда өзін-", "өзі Ұлыс - ", " жаңа бет", "", "соңы"]
    assert transcription.join_lines(lines, [0]) == "бірінші желтоқсанда өзін-өзі Ұлыс -\f жаңа бет соңы"


def test_operations_apply_once_or_say_why_not() -> None:
    one = transcription.Operation("p1", "екі", "үш", Place("a"))
    assert transcription.apply_operations("p1", "бір екі", [one]) == ("бір үш", [])
    assert transcription.apply_operations("p1", "бір", [one])[1][0].place == Place("a")
    assert "2 times" in transcription.apply_operations("p1", "екі екі", [one])[1][0].message
    overlapping = transcription.Operation("p1", "р е", "р-е", Place("b"))
    assert len(transcription.apply_operations("p1", "бір екі", [one, overlapping])[1]) == 1


def test_letters_of_places_go_on_after_z() -> None:
    assert [letter(nth) for nth in (1, 2, 26, 27, 53)] == ["a", "b", "z", "za", "zza"]


def test_kazakh_alphabet() -> None:
    alphabet = " аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
    words = ["яса", "әкім", "ауыл", "қала", "кеңес", "ұлыс"]
    in_order = ["ауыл", "әкім", "кеңес", "қала", "ұлыс", "яса"]
    assert sorted(words, key=lambda word: sort_key(word, alphabet)) == in_order


@pytest.mark.parametrize(
    "name, first",
    (("С. Л. Мидельский", "С. Л."), ("A. de Tocqueville", "A. de"), ("Тәуке хан", ""), ("Игельстром", "")),
)
def test_initials_are_told_from_names(name: str, first: str) -> None:
    assert initials(name) == first


def test_links_lead_from_any_page_to_any_other() -> None:
    assert link("", "ru/timeline/", "period-1") == "ru/timeline/#period-1"
    assert link("ru/timeline/", "") == "../../"
    assert link("ru/timeline/", "ru/", "p3") == "../#p3"
    assert link("ru/", "ru/", "p3") == "#p3"
    assert link("en/", "en/") == "./"
