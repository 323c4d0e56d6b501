"""The page as a book: one face for all letters, the measure, spaces that do not break, hyphens, paper."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import lxml.html
import pytest
from edition.markup.typesetting import typeset
from edition.model.page import Locale
from pypdf import PdfReader
from support.browser import widths
from support.fonts import FACES
from support.pages import ARTICLES

KAZAKH = Locale("kk", "", "", "kk", unbroken={"before_number": ["№", "т."], "after_number": ["ж.", "б."]})
ENGLISH = Locale("en", "", "", "en_GB", unbroken={"before_number": ["No.", "Article"]})
LINES = """() => [...document.querySelectorAll("p[id^=p]")].flatMap((one) => {
    const range = document.createRange();
    const lines = new Map();
    const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        if (walk.currentNode.parentElement.closest("[data-apparatus]")) continue;
        for (let at = 0; at < walk.currentNode.length; at += 1) {
            range.setStart(walk.currentNode, at);
            range.setEnd(walk.currentNode, at + 1);
            const top = Math.round(range.getBoundingClientRect().bottom / 8);
            lines.set(top, (lines.get(top) ?? 0) + 1);
        }
    }
    return [...lines.values()].slice(0, -1);
})"""


@pytest.mark.parametrize(
    "locale, written, set_",
    (
        (KAZAKH, "1991 ж. және № 3, т. 4, 77 б.", "1991\u202fж. және №\u202f3, т.\u202f4, 77\u202fб."),
        (KAZAKH, "1991 жылы, от. 4", "1991 жылы, от. 4"),
        (KAZAKH, "С. Л. Мидельский", "С.\u00a0Л.\u00a0Мидельский"),
        (KAZAKH, "билік – халық", "билік\u00a0– халық"),
        (ENGLISH, "No. 3, Article 20, articles 3", "No.\u202f3, Article\u00a020, articles 3"),
        (ENGLISH, "at 5 p. m. and so on. I went", "at 5 p. m. and so on. I went"),
    ),
)
def test_no_line_breaks_within_an_expression(locale: Locale, written: str, set_: str) -> None:
    assert typeset(written, locale) == set_


def test_typesetting_changes_nothing_but_spaces(site: Path) -> None:
    for folder in ("", "ru/", "en/"):
        html = (site / folder / "index.html").read_text(encoding="utf-8")
        assert "\u202f" in html and "\u00a0" in html
        # Citations are copied, and stay as they are.
        text = lxml.html.document_fromstring(html.partition('<section class="citation"')[0]).xpath("string(//article)")
        assert not re.search(r"\d (ж|г|гг)\.|№ \d", text)


@pytest.mark.browser
@pytest.mark.parametrize("path", ARTICLES)
@pytest.mark.parametrize("face", FACES)
def test_measure_is_that_of_a_book_on_a_desk_and_full_on_a_phone(visit_with: Callable, face: str, path: str) -> None:
    page = visit_with(face, path)
    for width in widths(page, 1280, 1600):
        lines = page.evaluate(LINES)
        assert 60 <= sum(lines) / len(lines) <= 75, width
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.locator("#p1").bounding_box()["width"] >= 320


@pytest.mark.browser
@pytest.mark.parametrize("where", ("#p9", "#title", "nav.pages"))
def test_kazakh_letters_come_from_the_face_of_their_neighbours(visit: Callable, where: str) -> None:
    page = visit("/")
    page.evaluate("document.querySelectorAll('[data-apparatus]').forEach((one) => one.remove())")
    page.locator(where).evaluate("one => one.append(' ӘәҒғҚқҢңӨөҰұҮүҺһІі')")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": where})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert len({font["familyName"] for font in fonts if font["glyphCount"] > 0}) == 1, fonts


@pytest.mark.browser
@pytest.mark.parametrize("path", ("/", "/parallel/", "/p/12/", "/ru/timeline/"))
def test_nothing_is_justified_that_is_not_hyphenated(visit: Callable, path: str) -> None:
    justified = "all => all.filter((one) => getComputedStyle(one).textAlign === 'justify').length"
    assert visit(path).locator("body *").evaluate_all(justified) == 0


def printed(page: object, size: str) -> list[str]:
    """The pages of a print as text, without spaces: where those stand in a PDF depends on its fonts."""
    raw = page.pdf(format=size)
    return [re.sub(r"\s", "", one.extract_text()) for one in PdfReader(io.BytesIO(raw)).pages]


def tight(words: str) -> str:
    return re.sub(r"\s", "", words)


@pytest.mark.browser
@pytest.mark.parametrize("path, size", (*((path, "A4") for path in ARTICLES), ("/en/", "Letter")))
def test_print_is_a_document(visit: Callable, address: str, path: str, size: str) -> None:
    page = visit(path, color_scheme="dark")
    title, author, skip, notes, cite = (
        tight(page.locator(where).text_content())
        for where in ("#title", "#author", ".skip", "#notes-title", "#citation-title")
    )
    language = page.locator("header [aria-current] .long").text_content()
    headings = [tight(one) for one in page.locator("article :is(h2, h3)").all_text_contents()]
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.keyboard.press("Control+KeyP")
    page.wait_for_function("() => window.printed")
    assert page.locator(".on-paper").is_hidden()
    links = page.locator(".on-paper .told a").evaluate_all("all => all.map((one) => one.href)")
    assert len(links) > 40 and all(link.startswith(f"{address}{path}#") for link in links)
    pages = printed(page, size)
    whole = "".join(pages)
    for nth, one in enumerate(pages, 1):
        assert author in one and language in one and f"{nth}/{len(pages)}" in one and skip not in one
        # No heading at the foot of a page, where only the page's number follows.
        assert not any(one.endswith((heading, f"{heading}{nth}/{len(pages)}")) for heading in headings)
    assert title[:30] in pages[0]
    assert not any(tight(line) in whole for line in page.locator(".offer a").all_text_contents())
    assert whole.index(notes) < whole.rindex("1206") < whole.rindex(cite)
    assert cite in pages[-1] and address.partition("//")[2] in pages[-1]
    page.emulate_media(media="print")
    numbers = page.locator("a.number:visible").all_text_contents()
    assert [one for one in numbers if one.isdecimal()] == [str(nth) for nth in range(1, 53)]


@pytest.mark.browser
def test_print_without_scripts_has_text_notes_stages_and_citation(visit: Callable) -> None:
    whole = "".join(printed(visit("/en/", java_script_enabled=False), "A4"))
    for words in ("How to cite", "Notes", "1 · 1990–1993", "Historical stages and current trends"):
        assert tight(words) in whole
    assert "Skiptocontent" not in whole


@pytest.mark.browser
@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("folder", ("", "ru/", "en/"))
def test_bar_is_one_row_on_a_phone(visit_with: Callable, face: str, folder: str) -> None:
    """Where the title has a row of its own, below 24rem, it scrolls away; from there on all of the bar stays."""
    page = visit_with(face, f"/{folder}timeline/", width=390)
    tops = "[...document.querySelectorAll('.site-header > *')].map((one) => one.getBoundingClientRect().bottom)"
    assert max(page.evaluate(tops)) < 64, "a second row"
