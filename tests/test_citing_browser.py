"""Citing in a real Chromium: from the number to the menu, the clipboard, the address and the unit; and to the card."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from edition.model.edition import Edition
from playwright.sync_api import Browser, Page
from support.browser import arrives, excess, widths
from support.pages import FOLDERS, units
from support.projects import ROOT, append, build, make_small, once_a_run
from support.waiting import until

pytestmark = pytest.mark.browser

EXPECTED = yaml.safe_load((ROOT / "tests/citations.yml").read_text(encoding="utf-8"))
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
COPIED = {"kk": "Көшірілді", "ru": "Скопировано", "en": "Copied"}
NUMBER = {"kk": "{}-тармаққа сілтеме жасау", "ru": "Сослаться на абзац {}", "en": "Cite paragraph {}"}
# Whether a unit is marked, and how far its top is from that of the window.
MARKED = """(id) => {
    const unit = document.getElementById(id);
    const plain = getComputedStyle(document.querySelector("#abstract")).backgroundColor;
    const { top, bottom } = unit.getBoundingClientRect();
    return { marked: getComputedStyle(unit).backgroundColor !== plain, inView: top >= 0 && top < innerHeight - 40 };
}"""


def number_of(page: Page, unit: str) -> object:
    """The number of a paragraph, or the sign of a section."""
    if unit.startswith("p"):
        return page.locator(f"#{unit} > .number")
    return page.locator(f".headed:has(> #{unit}) > .number")


def copied(page: Page) -> str:
    """What the clipboard holds."""
    return page.evaluate("navigator.clipboard.readText()")


def until_copied(page: Page, text: str) -> None:
    """Wait until the clipboard holds a text; that something was copied is still said of the one before."""
    until(lambda: copied(page) == text, lambda: f"the clipboard holds {copied(page)!r}, not {text!r}")


@pytest.mark.parametrize("code", FOLDERS)
def test_number_menu_address_marked_unit(visit: Callable, walk: Callable, address: str, code: str) -> None:
    """With scripts: what the menu copies opens at the unit, marked and in view.

    A few units in a page that is opened at them, the others in one that stands open already; with --all every unit
    in both.
    """
    page = visit(f"/{FOLDERS[code]}", **CLIPBOARD)
    there = visit("/404.html")
    menu, status = page.locator("#unit-menu"), page.locator("#unit-menu [role=status]")
    for unit in walk(code == "ru"):
        number_of(page, unit).click()
        menu.wait_for()
        menu.locator("[data-copy=address]").click()
        status.get_by_text(COPIED[code]).wait_for()
        link = f"{address}/{FOLDERS[code]}#{unit}"
        until_copied(page, link)
        page.keyboard.press("Escape")
        menu.wait_for(state="hidden")
        if unit in walk(False):
            there.goto("about:blank")
        there.goto(link)
        assert there.evaluate(MARKED, unit) == {"marked": True, "inView": True}, unit


@pytest.mark.parametrize("code", FOLDERS)
def test_number_card_unit_without_scripts(visit: Callable, walk: Callable, code: str) -> None:
    """Without scripts: the number leads to the card, at its language; the card leads to the unit.

    That all of their links do is read from the HTML, in test_languages.
    """
    page = visit(f"/{FOLDERS[code]}", java_script_enabled=False)
    start = page.url
    for unit in walk(False):
        card = f"p/{unit[1:]}/" if unit.startswith("p") else f"s/{unit}/"
        number_of(page, unit).click()
        arrives(page, f"/{card}#{code}")
        column = page.locator(f"#{code}")
        assert column.locator("[data-style]").count() == 5
        assert column.get_attribute("lang") == code
        column.locator("a.there").click()
        arrives(page, f"{start}#{unit}")
        # Playwright asks for the style without the page's own scripts.
        assert page.locator(f"#{unit}:target").bounding_box()["y"] >= 0, unit


@pytest.mark.parametrize("code", FOLDERS)
def test_every_number_has_a_name_of_its_own(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}")
    names = {unit: number_of(page, unit).get_attribute("aria-label") for unit in units()}
    assert all(names[f"p{n}"] == NUMBER[code].format(n) for n in range(1, 53))
    assert len(set(names.values())) == len(units()) == 66


@pytest.mark.parametrize("code", FOLDERS)
def test_copied_citation_is_the_expected_one(visit: Callable, address: str, edition: Edition, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}", **CLIPBOARD)
    page.clock.set_fixed_time("2026-11-23T12:00:00")
    for unit in ("p12", "p13", "introduction", "results-steppe"):
        citation_is_the_expected_one(page, code, unit, address, edition.facts.version)
        page.keyboard.press("Escape")


def of_version(wanted: str, version: str, code: str) -> str:
    """A citation of 1.0.0 as one of this version, which is unreleased if its number ends in `-dev`."""
    if not version.endswith("-dev"):
        return wanted.replace("1.0.0", version)
    unreleased = {"kk": "шығарылмаған", "ru": "не выпущена", "en": "unreleased"}[code]
    wanted = wanted.replace("?v=1.0.0", "")
    return re.sub(r"1\.0\.0(-нұсқа)?", rf"{version}\1, {unreleased}", wanted)


def citation_is_the_expected_one(page: Page, code: str, unit: str, address: str, version: str) -> None:
    """See to it that the menu of a unit copies the citation in every style, and its words with a citation."""
    number_of(page, unit).click()
    menu = page.locator("#unit-menu")
    status = menu.locator("[role=status]")
    for style, wanted in EXPECTED[code][unit].items():
        menu.locator("select").select_option(style)
        menu.locator("[data-copy=citation]").click()
        status.get_by_text(COPIED[code]).wait_for()
        citation = of_version(wanted.replace("*", ""), version, code).replace("https://host.example", address)
        until_copied(page, citation)
    menu.locator("[data-copy=words]").click()
    status.get_by_text(COPIED[code]).wait_for()
    page.wait_for_function("() => navigator.clipboard.readText().then((text) => text.includes('\\n\\n'))")
    words, below = copied(page).split("\n\n")
    assert below == citation
    bare = page.locator(f"#{unit}").evaluate("""(unit) => {
        const copy = unit.cloneNode(true);
        for (const apparatus of copy.querySelectorAll("[data-apparatus]")) apparatus.remove();
        return copy.textContent.replace(/\\s+/g, " ").trim();
    }""")
    assert words == bare


def test_menu_by_keyboard_alone(visit: Callable) -> None:
    page = visit("/ru/", **CLIPBOARD)
    number = page.locator("#p15 > .number")
    number.focus()
    page.keyboard.press("Enter")
    menu = page.locator("#unit-menu")
    menu.wait_for()
    assert page.evaluate("document.activeElement.dataset.copy") == "address"
    assert page.get_by_role("dialog", name="Абзац 15").is_visible()
    reached = []
    for _ in range(40):
        reached.append(page.evaluate("document.activeElement.dataset.copy ?? document.activeElement.tagName"))
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.closest('#unit-menu') !== null"):
            break
    assert {"address", "citation", "words", "SELECT", "A"} <= set(reached)
    # Going on leaves it closed, and goes on from the number, not from the end of the page.
    assert menu.is_hidden() and page.evaluate("document.activeElement.closest('#p15, #p16') !== null")
    number.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert menu.is_hidden() and number.evaluate("element => element === document.activeElement")


def test_menu_leads_to_languages_notes_events_parts_and_card(visit: Callable, address: str) -> None:
    page = visit("/ru/")
    number_of(page, "p8").click()
    page.locator("#unit-menu a[href*=event]").first.wait_for()  # fetched from the card
    links = page.locator("#unit-menu a").evaluate_all("all => all.map((one) => one.href)")
    for wanted in ("/#p8", "/en/#p8", "/ru/#n1", "/ru/timeline/#event-undated-a", "/p/8/#ru"):
        assert f"{address}{wanted}" in links, wanted
    page.keyboard.press("Escape")
    number_of(page, "p23").click()
    assert page.locator("#unit-menu [data-related=parts] a").first.get_attribute("href") == "#p23-1"
    page.locator("#unit-menu a[data-language=en]").click()
    arrives(page, f"{address}/en/#p23")
    assert page.evaluate(MARKED, "p23") == {"marked": True, "inView": True}


@pytest.mark.parametrize("code", FOLDERS)
def test_menu_offers_the_formats_of_a_paragraph(visit: Callable, address: str, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}", width=390, height=844, has_touch=True, is_mobile=True)
    number_of(page, "p12").tap()
    row = page.locator("#unit-menu [data-related=formats]")
    row.wait_for()
    assert row.locator("a").evaluate_all("all => all.map((one) => one.href)") == [
        f"{address}/files/{code}.pdf#p12",
        f"{address}/p/12/{code}.txt",
        f"{address}/p/12/index.json",
    ]
    assert row.locator("a").first.bounding_box()["height"] >= 24


@pytest.mark.parametrize("width", (320, 360))
def test_menu_by_touch_fits_a_phone(visit: Callable, width: int) -> None:
    page = visit("/", width=width, height=640, has_touch=True, is_mobile=True)
    number = number_of(page, "p10")
    number.scroll_into_view_if_needed()
    number.tap()
    page.locator("#unit-menu").wait_for()
    box = page.locator("#unit-menu").bounding_box()
    assert box["x"] == 0 and box["width"] == width and box["y"] > 0 and box["y"] + box["height"] <= 641
    assert 0 <= number.bounding_box()["y"] < box["y"] - 20
    for target in page.locator("#unit-menu :is(button, select, a)").all():
        if target.is_visible():
            size = target.bounding_box()
            assert size["height"] >= 24 and size["x"] + size["width"] <= width
    page.locator("#unit-menu .close").tap()
    assert page.locator("#unit-menu").is_hidden()


@pytest.mark.parametrize("at", (0.12, 0.5, 0.95))
def test_menu_opens_where_it_can_be_seen_and_the_page_stays(visit: Callable, at: float) -> None:
    page = visit("/en/", width=1280, height=800)
    number = number_of(page, "p30")
    number.evaluate(f"(element) => scrollTo(0, scrollY + element.getBoundingClientRect().top - {at} * innerHeight)")
    before = page.evaluate("scrollY")
    number.focus()
    page.keyboard.press("Enter")
    page.locator("#unit-menu").wait_for()
    box = page.locator("#unit-menu").bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= 800 and page.evaluate("scrollY") == before
    own = number.bounding_box()
    assert own["y"] + own["height"] <= box["y"] or box["y"] + box["height"] <= own["y"]
    assert page.locator("#p30[data-citing]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("[data-citing]").count() == 0


def test_pressing_the_number_again_or_elsewhere_closes_the_menu(visit: Callable) -> None:
    page = visit("/en/")
    menu, number = page.locator("#unit-menu"), number_of(page, "p3")
    number.click()
    menu.wait_for()
    number.click()
    assert menu.is_hidden()
    number.click()
    page.locator("#p2").click(position={"x": 500, "y": 5})
    assert menu.is_hidden()


def test_number_is_a_link_to_itself(visit: Callable, address: str) -> None:
    """For whoever copies the link or opens it in another tab, though pressing it opens the menu."""
    page = visit("/en/")
    assert number_of(page, "p12").evaluate("element => element.href") == f"{address}/en/#p12"
    assert page.locator("#p12 > .number").is_visible() and page.locator("#p12 > .number").inner_text() == "12"
    with page.context.expect_page() as opened:
        number_of(page, "p12").click(modifiers=["ControlOrMeta"])
    arrives(opened.value, f"{address}/en/#p12")


def test_style_is_remembered(visit: Callable) -> None:
    page = visit("/en/", **CLIPBOARD)
    number_of(page, "p1").click()
    assert page.locator("#unit-menu select").input_value() == "apa"
    page.locator("#unit-menu select").select_option("mla")
    page.goto(page.url.replace("/en/", "/ru/"))
    number_of(page, "p1").click()
    assert page.locator("#unit-menu select").input_value() == "mla"


def test_without_a_clipboard_the_text_is_there_to_be_copied(visit: Callable, address: str) -> None:
    page = visit("/en/")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    number_of(page, "p12").click()
    page.locator("#unit-menu [data-copy=address]").click()
    box = page.locator("#unit-menu textarea")
    box.wait_for(state="visible")
    assert box.input_value() == f"{address}/en/#p12"
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"


@pytest.mark.parametrize(
    "path, code", (("/en/#citation", "en"), ("/ru/about/", "ru"), ("/p/12/#kk", "kk"), ("/s/results/#ru", "ru"))
)
def test_buttons_beside_citations_copy_them(visit: Callable, path: str, code: str) -> None:
    page = visit(path, **CLIPBOARD)
    root = page.locator(f"#{code}" if "/p/" in path or "/s/" in path else ".citation")
    for summary in root.locator("details:not([open]) > summary").all():
        summary.click()
    rows = root.locator(".citations:not(.with-page *) > div").all()
    # Of a card, of the edition and the print; below the article, these in one style.
    assert len(rows) == (5 if root.locator("#citation-print").count() == 0 else 10 if "about" in path else 2)
    for row in rows:
        row.locator("button").click()
        row.locator("button", has_text=COPIED[code]).wait_for()
        until_copied(page, row.locator("[data-style]").inner_text().strip())


def test_citation_that_cannot_be_copied_is_marked_to_be_copied_by_hand(visit: Callable) -> None:
    page = visit("/p/12/#en")
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('not allowed')); }")
    row = page.locator("#en .citations > div").first
    row.locator("button").click()
    page.locator("[role=status]", has_text="copy it yourself").wait_for(state="attached")
    assert page.evaluate("getSelection().toString()").strip() == row.locator("[data-style]").inner_text().strip()


def test_card_that_cannot_be_had_is_told(visit: Callable) -> None:
    page = visit("/en/", **CLIPBOARD)
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error('no network')); }")
    number_of(page, "p12").click()
    page.locator("#unit-menu [data-copy=citation]").click()
    page.locator("#unit-menu [role=status]", has_text="could not be loaded").wait_for()
    assert page.locator("#unit-menu textarea").is_hidden()


def test_target_is_marked_where_colours_are_forced(visit: Callable) -> None:
    page = visit("/en/#p12", forced_colors="active")
    outline = "element => getComputedStyle(element).outlineStyle"
    assert page.locator("#p12").evaluate(outline) == "solid" and page.locator("#p13").evaluate(outline) == "none"


def test_copied_citation_keeps_its_italics(visit: Callable) -> None:
    page = visit("/en/", **CLIPBOARD)
    number_of(page, "p12").click()
    page.locator("#unit-menu [data-copy=citation]").click()
    page.locator("#unit-menu [role=status]").get_by_text("Copied").wait_for()
    html = page.evaluate("""async () => {
        const [item] = await navigator.clipboard.read();
        return (await item.getType("text/html")).text();
    }""")
    assert re.search(r"<i[^>]*>Historical stages", html) and "hidden" not in html


@pytest.mark.parametrize("path", ("/p/1/", "/p/12/", "/p/52/", "/s/introduction/", "/s/results/"))
def test_card_fits_and_reads_in_each_language(visit: Callable, path: str) -> None:
    page = visit(path)
    assert page.locator("h1").count() == 1 and page.locator(".column").count() == 3
    for width in widths(page, 320, 360, 1280):
        assert excess(page) <= 0
        for row in (".text", ".cite"):
            tops = page.locator(f".column {row}").evaluate_all(
                "all => all.map((one) => Math.round(one.getBoundingClientRect().top))"
            )
            assert len(set(tops)) == (1 if width == 1280 else 3)


def test_cards_lead_from_one_to_the_next_in_the_same_language(visit: Callable, address: str) -> None:
    page = visit("/p/1/#en")
    for number in (2, 3):
        page.locator("#en a[rel=next]").click()
        arrives(page, f"{address}/p/{number}/#en")
    page.locator("#en a[rel=prev]").click()
    arrives(page, f"{address}/p/2/#en")
    assert page.locator("#en a[rel=prev]").inner_text() == "← Paragraph 1"
    page.goto(f"{address}/p/52/")
    assert page.locator("a[rel=next]").count() == 0


def test_card_has_what_belongs_to_its_paragraph(visit: Callable, address: str) -> None:
    page = visit("/p/8/#ru")
    column = page.locator("#ru")
    links = column.locator("a").evaluate_all("all => all.map((one) => one.href)")
    for wanted in ("/ru/#p8", "/ru/#n1", "/ru/timeline/#event-undated-a", "/s/results/#ru", "/s/results-steppe/#ru"):
        assert f"{address}{wanted}" in links, wanted
    assert any("/ru/glossary/#t-" in link for link in links)
    assert column.locator(".place span").inner_text().startswith("В печатном издании: с. [")


def test_parallel_page_and_section_signs_have_cards_too(visit: Callable, address: str) -> None:
    page = visit("/en/parallel/#p12")
    page.get_by_role("link", name="Cite paragraph 12", exact=True).click()
    arrives(page, f"{address}/p/12/#en")


@pytest.fixture(scope="session")
def retired(kept: Path) -> Path:
    """The small edition, with addresses that were retired, built."""

    def make(folder: Path) -> None:
        more = (
            "/en/#old -> /en/#older",
            "/en/#older -> /en/#p2",
            "/en/#gone -> /en/about/#rights",
            "/en/words/ -> /en/glossary/",
            "/en/names/ -> /en/notes/",
            "/en/names/#one -> /en/glossary/#page-title",
        )
        append(make_small(folder), "docs/_data/anchors.txt", "".join(f"{line}\n" for line in more))
        build(folder)

    return once_a_run(kept / "retired", make)


@pytest.mark.parametrize("place", ("same page", "another page", "page that is gone"))
@pytest.mark.parametrize("scripts", (True, False))
def test_retired_address_still_lands(chromium: Browser, retired: Path, place: str, scripts: bool) -> None:
    """An old address leads where its successor is: marked there, or one step away where the page is another."""
    site = retired / "site/en"
    page = chromium.new_page(java_script_enabled=scripts)
    if place == "same page":
        for old in ("old", "older"):
            page.goto(f"{(site / 'index.html').as_uri()}#{old}")
            assert page.locator(f"#p2:has(> #{old}:target)").bounding_box()["y"] >= 0
            marked, plain = (
                page.locator(unit).evaluate("element => getComputedStyle(element).backgroundColor")
                for unit in ("#p2", "#p1")
            )
            assert marked != plain
    elif place == "another page":
        page.goto(f"{(site / 'index.html').as_uri()}#gone")
        line = page.locator("#gone:target")
        assert line.is_visible() and line.locator("a").get_attribute("href").endswith("#rights")
    else:
        assert 'content="0; url=../glossary/"' in (site / "words/index.html").read_text(encoding="utf-8")
        page.goto(f"{(site / 'words/index.html').as_uri()}")
        page.wait_for_url("**/en/glossary/**")  # from a disk it is the page's own file
        page.goto(f"{(site / 'names/index.html').as_uri()}#one")
        if scripts:
            page.wait_for_url("**/en/glossary/index.html#page-title")
        else:
            assert page.locator("#one:target a").get_attribute("href") == "../glossary/#page-title"
    page.close()
