"""The PDFs: the words come out of them as they went in, and every address in them leads to its place."""

from __future__ import annotations

import io
import re
from functools import cache

import pypdf
import pytest
import typst
from edition.formats import pdf
from edition.formats.pdf import letters, typesetting
from edition.formats.pdf.contents import contents, edition_line, units_of
from edition.model.edition import Edition
from edition.text.pieces import CriticalMark, NoteMark, PageBreak, Piece, Words
from edition.text.walk import walk

LANGUAGES = ("kk", "ru", "en")
FILES = (*LANGUAGES, "parallel")
_LEFT_OUT = re.compile(r"[\s\u00ad\u2060-]+")  # white space, and hyphens, with which lines may end


def squashed(text: str) -> str:
    return _LEFT_OUT.sub("", text)


@cache
def reader(edition: Edition, name: str) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf.content(edition, f"files/{name}.pdf")))


@cache
def texts(edition: Edition, name: str) -> list[str]:
    """The words of each page."""
    return [squashed(page.extract_text()) for page in reader(edition, name).pages]


@cache
def words_of(edition: Edition, code: str) -> str:
    """The words of a file without running heads and feet."""
    locale = edition.locale(code)
    head = squashed(edition.facts.article.title[code])
    foot = squashed(f"{edition.author(locale)} · {edition_line(edition, locale)}")
    found = []
    for number, text in enumerate(texts(edition, code), 1):
        assert text.startswith(head if number > 1 else "") and text.endswith(f"{foot}{number}")
        found.append(text[len(head) if number > 1 else 0 : -len(f"{foot}{number}")])
    return "".join(found)


def expected(piece: Piece) -> str:
    """The pattern of a piece in the file."""
    if isinstance(piece, Words):
        return re.escape(squashed(piece.text))
    if isinstance(piece, NoteMark):
        return re.escape(squashed(piece.sign))
    if isinstance(piece, CriticalMark):
        return "[°*]"
    return rf"\|{piece.number}" if isinstance(piece, PageBreak) else ""


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_unit_comes_out_whole_and_in_order(edition: Edition, code: str) -> None:
    text = words_of(edition, code)
    at = 0
    for unit in walk(edition, edition.locale(code)):
        if unit.id == "introduction":  # after the contents and the signs
            at = text.index(squashed(contents(edition, edition.locale(code))["signs"][-1][1]), at)
        match = re.compile("".join(map(expected, unit.pieces))).search(text, at)
        assert match, unit.id
        if unit.id.startswith("p"):
            between = text[at : match.start()]
            assert re.fullmatch(rf"(?:\d+\.|–)?{unit.id[1:]}(?:\d+\.|–)?", between), (unit.id, between)
        at = match.end()


@pytest.mark.parametrize("code", LANGUAGES)
def test_notes_stand_under_the_numbers_of_the_print(edition: Edition, code: str) -> None:
    text = words_of(edition, code)
    at = 0
    for note in contents(edition, edition.locale(code))["notes"]:
        entry = squashed(f"[{note['number']}]" + "".join(run[1] for run in note["entry"]))
        at = text.index(entry, at)


@pytest.mark.parametrize("code", LANGUAGES)
def test_destination_leads_to_the_page_with_the_unit(edition: Edition, code: str) -> None:
    found = reader(edition, code)
    named = found.named_destinations
    for unit in walk(edition, edition.locale(code)):
        page = texts(edition, code)[found.get_destination_page_number(named[unit.id])]
        first = next(piece.text for piece in unit.pieces if isinstance(piece, Words))
        assert squashed(first)[:8] in page, unit.id
    assert {f"n{number}" for number in (1, 2, 3, 4, 5, 7, 8, 9, 10)} < named.keys() and "n6" not in named


@pytest.mark.parametrize("name", FILES)
def test_file_says_what_it_is(edition: Edition, name: str) -> None:
    found, code = reader(edition, name), "kk" if name == "parallel" else name
    assert found.metadata
    assert found.metadata.title == edition.facts.article.title[code]
    assert found.metadata.author == edition.author(edition.locale(code))
    root = found.root_object
    assert root["/Lang"] == code and root["/MarkInfo"]["/Marked"] and root["/StructTreeRoot"]["/K"]
    marks = root["/Metadata"].get_data().decode()
    assert "pdfuaid:part" in marks and "pdfaid:part" in marks
    assert found.outline and "p12" in found.named_destinations


def test_columns_have_every_unit_of_every_language(edition: Edition) -> None:
    whole = "".join(texts(edition, "parallel"))
    for locale in edition.locales:
        for unit in units_of(edition, locale):
            rest = "".join(map(literal, unit["runs"]))
            pieces = 0  # a cell goes on in another page after what follows it on this one
            while rest:
                length = next(length for length in range(len(rest), -1, -1) if rest[:length] in whole)
                rest = rest[length:]
                pieces += 1
                assert pieces <= 4, unit["id"]


def literal(run: list) -> str:
    """What a run looks like in the file with all languages."""
    if run[0] == "p":
        return f"|{run[2]}"
    return squashed({"w": run[1], "n": run[3] if len(run) > 3 else "", "c": run[-1]}.get(run[0], ""))


@pytest.mark.parametrize("name", ("ru", "parallel"))
def test_same_bytes_without_the_cache(edition: Edition, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = pdf.content(edition, f"files/{name}.pdf")
    monkeypatch.setattr(typesetting.Store, "cached", lambda _store, _name, _key, make: make())
    assert pdf.content(edition, f"files/{name}.pdf") == before


def test_font_has_the_letters_that_the_list_says() -> None:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)

    def typeset(text: str) -> None:
        source = f'#set document(title: "x")\n#set text(font: "Libertinus Serif", fallback: false)\n#{_quoted(text)}'
        typst.compile(source.encode(), font_paths=fonts, format="pdf", pdf_standards=["ua-1"])

    typeset(" ".join(sorted(letters._letters())))
    for letter in letters.missing("Ә中⅓↩"):
        with pytest.raises(typst.TypstError):
            typeset(letter)
    assert "中" in list(letters.missing("Ә中"))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
