"""Quoting what is selected, in a real Chromium: the words, their citation, and the address that leads back to them."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page
from support.waiting import until

pytestmark = pytest.mark.browser

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
FOLDERS = {"kk": "", "ru": "ru/", "en": "en/"}
# Select from the first words to the last ones, each within an element; where only one is given, in the same.
SELECT = """([first, begin, last, end]) => {
    const find = (selector, words) => {
        const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at >= 0) return [walker.currentNode, at];
        }
        throw new Error(words);
    };
    const [node, at] = find(last, end);
    getSelection().setBaseAndExtent(...find(first, begin), node, at + end.length);
}"""
# By language, across a page break and a mark: the first and last words, the quotation, and how the place is cited.
BREAKS = {
    "kk": (
        "Кейінірек бас",
        "болып қалды",
        (
            "«Кейінірек бас старшиналардың лауазымдары пайда болды, рулық старшиналар "
            "басқару жүйесіндегі төменгі буын болып қалды»"
        ),
        ("10-тармақ", "[41–42]-беттер"),
    ),
    "ru": (
        "Позднее",
        "системе управления",
        "«Позднее появились должности главных старшин, а родовые старшины остались низшим звеном в системе управления»",
        ("Абз. 10", "с. [41–42]"),
    ),
    "en": (
        "Later the",
        "system of government",
        (
            "“Later the posts of chief starshina appeared, while the clan starshinas remained the lowest tier "
            "in the system of government”"
        ),
        ("para. 10", "pp. [41–42]"),
    ),
}


def quote(page: Page, first: str, begin: str, last: str, end: str) -> tuple[str, str]:
    """Select, copy with the button, and return the quotation and its citation."""
    page.evaluate("navigator.clipboard.writeText('')")
    page.evaluate("getSelection().removeAllRanges()")
    page.evaluate(SELECT, [first, begin, last, end])
    button = page.locator(".quote-selected")
    button.click()
    held = lambda: page.evaluate("navigator.clipboard.readText()")  # noqa: E731
    until(lambda: "\n\n" in held(), lambda: f"the clipboard holds {held()!r}")
    quotation, citation = held().split("\n\n")
    page.keyboard.press("Escape")
    return quotation, citation


@pytest.mark.parametrize("code", FOLDERS)
def test_selection_is_quoted_with_pages_and_leads_back(visit: Callable, address: str, code: str) -> None:
    begin, end, wanted, place = BREAKS[code]
    page = visit(f"/{FOLDERS[code]}", **CLIPBOARD)
    quotation, citation = quote(page, "#p10", begin, "#p10", end)
    assert quotation == wanted
    assert all(words in citation for words in place)
    (link,) = re.findall(r"https?://\S+?:~:text=\S+", citation)
    assert re.match(rf"{address}/{FOLDERS[code]}(\?v=[\d.]+)?#p10:~:text=", link)
    assert unquote(link.partition(":~:text=")[2]).startswith(begin)
    there = visit("/404.html", height=500)
    there.goto(link)
    # By the words, not by the top of the paragraph, which is far above them.
    until(
        lambda: there.evaluate("document.querySelector('#pb42').getBoundingClientRect().top") < 500, lambda: "not there"
    )
    assert there.locator("#p10").bounding_box()["y"] < 0 < there.locator("#pb42").bounding_box()["y"]


def test_pages_are_those_of_the_selection_and_both_ends_are_cited(visit: Callable) -> None:
    page = visit("/en/", **CLIPBOARD)
    quotation, citation = quote(page, "#p10", "The governor-general", "#p11", "Thus in the 18th")
    assert quotation == (
        "“The governor-general, however, refused to confirm Sh. Walikhanov in the office of senior sultan.\n"
        "Thus in the 18th”"
    )
    assert "paras. 10–11" in citation and "p. [42]" in citation and "[41" not in citation
    quotation, _ = quote(page, "#p36", "a “state", "#p36", "institution”")
    assert quotation == "“a ‘state institution’”"
    quotation, _ = quote(page, "#p10", "[with] 3", "#p10", "[with] 3")
    assert quotation == "“[with] 3”"


@pytest.mark.parametrize("code", FOLDERS)
def test_keyboard_reaches_the_button_and_it_goes_with_the_selection(visit: Callable, code: str) -> None:
    begin, *_ = BREAKS[code]
    page = visit(f"/{FOLDERS[code]}", **CLIPBOARD)
    button = page.locator(".quote-selected")
    assert button.count() == 0
    page.keyboard.press("Shift")
    page.evaluate(SELECT, ["#p10", begin, "#p10", begin])
    button.wait_for()
    page.keyboard.press("Tab")
    assert button.evaluate("(button) => document.activeElement === button")
    page.keyboard.press("Enter")
    until(lambda: begin in page.evaluate("navigator.clipboard.readText()"))
    page.keyboard.press("Escape")
    button.wait_for(state="hidden")
    # What stands outside the text of the article is not quoted.
    title = page.locator("#notes-title").inner_text().split()[0]
    page.evaluate(SELECT, ["#notes-title", title, "#notes-title", title])
    page.wait_for_timeout(400)
    assert button.is_hidden()


def test_peek_parallel_and_card_are_quoted_in_their_own_language(visit: Callable) -> None:
    page = visit("/ru/", **CLIPBOARD)
    page.locator("#p10 > .number").click()
    page.locator("[data-peek=en]").click()
    page.locator(".peek").wait_for()
    quotation, citation = quote(page, ".peek", "Later the", ".peek", "Later the posts")
    assert (
        quotation == "“Later the posts”"
        and "p. [41]" in citation
        and re.search(r"/en/(\?v=[\d.]+)?#p10:~:text=", citation)
    )
    page = visit("/parallel/", **CLIPBOARD)
    quotation, citation = quote(page, "#p25 .cell[lang=ru] .text", "прямые", "#p25 .cell[lang=ru] .text", "акимов")
    assert quotation == "«прямые выборы сельских акимов»" and re.search(r"/ru/(\?v=[\d.]+)?#p25:~:text=", citation)
    page = visit("/p/25/", **CLIPBOARD)
    quotation, citation = quote(page, "#kk .words", "ауыл әкімдерінің", "#kk .words", "сайлауын")
    assert quotation == "«ауыл әкімдерінің тікелей сайлауын»" and "25-тармақ" in citation


def test_words_named_in_an_address_are_marked_where_the_browser_cannot(visit: Callable) -> None:
    """Asked of the script itself: Chromium takes the words out of the address before any script sees them."""
    page = visit("/en/", **CLIPBOARD)
    page.evaluate(SELECT, ["#p1", "This year", "#p1", "This year"])
    page.locator(".quote-selected").wait_for()
    found = page.evaluate("String(namedWords('#p10:~:text=Later%20the%20posts,remained%20the%20lowest%20tier'))")
    assert found.startswith("Later the posts of chief") and found.endswith("remained the lowest tier")
    assert page.evaluate("CSS.highlights.has('named') && location.hash") == "#p10"
    assert page.evaluate("namedWords('#p10:~:text=words%20not%20there')") is None


@pytest.mark.parametrize("code", FOLDERS)
def test_finger_reaches_the_button_and_the_words_stay_selected(visit: Callable, code: str) -> None:
    """Headless browsers select nothing by a long press: the selection is made as the system would make it."""
    first, last, quotation, _ = BREAKS[code]
    page = visit(f"/{FOLDERS[code]}", width=390, height=844, has_touch=True, is_mobile=True, **CLIPBOARD)
    page.locator("#p10").scroll_into_view_if_needed()
    page.evaluate(SELECT, ["#p10", first, "#p10", last])
    button = page.locator(".quote-selected")
    button.wait_for()
    box = button.bounding_box()
    assert box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= 390
    assert 844 - 60 <= box["y"] + box["height"] <= 844  # at the foot, away from the menu that the system shows
    selected = page.evaluate("getSelection().toString()")
    button.tap()
    until(lambda: page.evaluate("navigator.clipboard.readText()").startswith(quotation))
    assert page.evaluate("getSelection().toString()") == selected


# What is selected, in which page: the place named in the address, and how the whole is cited.
HEADINGS = (
    ("/", ("#methods", "Әдістер", "#methods", "материалдар"), "#methods", "«Әдістер мен материалдар»", "[39]-бет"),
    ("/ru/", ("#results-steppe", "Степная", "#results-steppe", "демократия"), "#results-steppe", "", "с. [40]"),
    ("/en/", ("#methods", "Methods", "#p2", "The article"), "#p2", "“Methods and materials\nThe article”", "para. 2"),
    ("/ru/", ("#title", "Исторические", "#title", "тенденции"), "#title", "", "начиная со с. 37"),
    ("/", ("#keywords", "Жергілікті", "#keywords", "басқару"), "#keywords", "", "37-беттен бастап"),
    ("/en/", ("#abstract", "The article", "#abstract", "Kazakhstan"), "#abstract", "", "(Version"),
    ("/s/methods/", ("#en .words", "Methods", "#en .words", "materials"), "#methods", "", "p. [39]"),
    (
        "/en/parallel/",
        ("#methods [lang=ru] .text", "Методы", "#methods [lang=ru] .text", "материалы"),
        "#methods",
        "",
        "",
    ),
)


@pytest.mark.parametrize("path, selected, place, quotation, cited", HEADINGS)
def test_headings_and_front_matter_are_quoted(
    visit: Callable, path: str, selected: tuple, place: str, quotation: str, cited: str
) -> None:
    page = visit(path, **CLIPBOARD)
    said, citation = quote(page, *selected)
    assert said == quotation or (not quotation and said[1:-1].startswith(selected[1]))
    # A heading is led to by its own address: its words stand in the contents too.
    section = place not in ("#title", "#keywords", "#abstract") and "para." not in cited
    assert f"{place}:~:text=" in citation if not section else re.search(rf"{place}(?!:)", citation)
    assert cited in citation


# By language, from the end of p28 to the beginning of p29: how each style cites both.
RANGES = {
    "kk": {"gost-2018": "28–29-тармақтар", "apa": "28–29-тармақтар", "mla": "28–29-тармақтар"},
    "ru": {"gost-2018": "Абз. 28–29.", "gost-2008": "Абз. 28–29.", "apa": "абз. 28–29", "mla": "абз. 28–29"},
    "en": {"gost-2018": "Paras. 28–29.", "apa": "paras. 28–29", "chicago": "paras. 28–29", "mla": "pars. 28–29"},
}


@pytest.mark.parametrize("code", FOLDERS)
def test_range_of_paragraphs_is_cited_once_in_each_style(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}", **CLIPBOARD)
    ends = page.evaluate(
        """() => [["#p28", -2], ["#p29", 0]].map(([unit, at]) => {
            const bare = document.querySelector(unit).cloneNode(true);
            for (const one of bare.querySelectorAll("[data-apparatus]")) one.remove();
            return bare.textContent.trim().split(/\\s+/).at(at);
        })"""
    )
    for style, wanted in RANGES[code].items():
        page.evaluate(
            "(style) => { document.querySelector('.unit-menu select, [data-quote] select').value = style; }", style
        )
        _, citation = quote(page, "#p28", ends[0], "#p29", ends[1])
        assert wanted in citation and "28–29–" not in citation, style


def test_what_stands_between_paragraphs_is_not_quoted(visit: Callable) -> None:
    """The stages are drawn between them."""
    page = visit("/en/", **CLIPBOARD)
    quotation, citation = quote(page, "#p16", "into 4 stages", "#p17", "The stage of reform")
    assert "paras. 16–17" in citation and len(quotation.splitlines()) == 2
    assert page.locator("#stages-title").inner_text().strip() not in quotation


def test_menu_opens_after_the_button_has_come(visit: Callable) -> None:
    """Both have one style sheet, and ask for it."""
    page = visit("/en/", **CLIPBOARD)
    quote(page, "#p12", "The Bolshevik", "#p12", "The Bolshevik")
    page.evaluate("getSelection().removeAllRanges()")
    page.locator("#p12 > .number").click()
    page.locator("[data-peek]").first.wait_for()


def test_escape_sends_the_button_away_until_something_else_is_selected(visit: Callable) -> None:
    page = visit("/en/", **CLIPBOARD)
    page.evaluate(SELECT, ["#p10", "Later", "#p10", "the posts"])
    button = page.locator(".quote-selected")
    button.wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    page.wait_for_timeout(500)  # longer than the button waits
    assert button.is_hidden()
    page.evaluate(SELECT, ["#p10", "Later", "#p10", "posts of"])
    button.wait_for()


def test_end_of_the_address_tells_where_the_words_end(visit: Callable) -> None:
    """After a mark there may be a comma only."""
    page = visit("/en/", **CLIPBOARD)
    _, citation = quote(page, "#p8", "history of LSG", "#p10", ",")
    end = unquote(re.findall(r"#p8:~:text=(\S+)", citation)[0].split(",")[-1])
    assert len(re.findall(r"[^\W\d_]+", end)) > 1, end


@pytest.mark.parametrize("code", FOLDERS)
def test_pages_are_those_of_the_words_side_by_side_and_on_cards(visit: Callable, code: str) -> None:
    begin, end, *_ = BREAKS[code]
    page = visit(f"/{FOLDERS[code]}parallel/", **CLIPBOARD)
    cell = f"#p10 .cell[lang={code}] .text"
    _, citation = quote(page, cell, begin, cell, begin)
    assert "[41]" in citation and "42" not in citation.split("http")[0]
    card = visit("/p/10/", **CLIPBOARD)
    _, citation = quote(card, f"#{code} .words", end, f"#{code} .words", end)
    assert "[42]" in citation and "41" not in citation.split("http")[0]


@pytest.mark.parametrize("code", FOLDERS)
def test_words_are_selected_and_quoted_with_the_pointer(visit: Callable, code: str) -> None:
    begin, *_ = BREAKS[code]
    page = visit(f"/{FOLDERS[code]}", **CLIPBOARD)
    page.evaluate(SELECT, ["#p10", begin, "#p10", begin])
    page.locator(".quote-selected").wait_for()
    page.evaluate("document.querySelector('#p10').scrollIntoView({block: 'center'})")
    box = page.evaluate("() => getSelection().getRangeAt(0).getClientRects()[0].toJSON()")
    page.evaluate("getSelection().removeAllRanges()")
    page.locator(".quote-selected").wait_for(state="hidden")
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 1, middle)
    page.mouse.down()
    page.mouse.move(box["right"] - 1, middle, steps=3)
    page.mouse.up()
    page.locator(".quote-selected").click()
    until(lambda: begin.split()[0] in page.evaluate("navigator.clipboard.readText()"))


def test_button_covers_no_offer(visit: Callable) -> None:
    page = visit("/en/", width=390, height=844, has_touch=True, is_mobile=True)
    page.evaluate("localStorage.setItem('place', 'p12')")
    page.reload()
    offer = page.locator(".resume")
    offer.wait_for()
    page.evaluate(SELECT, ["#abstract", "The article", "#abstract", "The article"])
    button = page.locator(".quote-selected")
    button.wait_for()
    box = button.bounding_box()
    assert box["y"] + box["height"] <= offer.bounding_box()["y"]
    offer.locator(".close").tap()
    assert button.bounding_box()["y"] > box["y"]


@pytest.mark.parametrize("code", FOLDERS)
def test_without_scripts_there_is_no_button_to_quote_with(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}", java_script_enabled=False)
    assert page.locator(".quote-selected").count() == 0


def test_notes_and_the_page_around_the_text_are_not_quoted(visit: Callable) -> None:
    page = visit("/en/", **CLIPBOARD)
    quote(page, "#p2", "The article", "#p2", "methods")  # the script is there
    for first, begin, last, end in (
        ("#n1", "The source", "#n1", "named"),
        (".contents", "Methods", ".contents", "Analysis"),
    ):
        page.evaluate(SELECT, [first, begin, last, end])
        page.wait_for_timeout(400)  # longer than the button waits
        assert page.locator(".quote-selected").is_hidden()


def test_nothing_is_fetched_before_anything_is_selected(visit: Callable) -> None:
    page = visit("/")
    assert (
        page.evaluate("performance.getEntriesByType('resource').filter((one) => one.name.includes('quote')).length")
        == 0
    )
