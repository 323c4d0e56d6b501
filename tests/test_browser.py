"""The site in a real Chromium: by mouse, by keyboard, on a phone, in the dark, on paper, without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from support.browser import arrives, excess, widths
from support.pages import ARTICLES, FOLDERS, MISSING, NAMES
from support.projects import build

pytestmark = pytest.mark.browser

# What stands in the margin and covers something else.
COVERED = """() => {
    const shown = [...document.querySelectorAll(".note-mark > .preview, .dates, main p, main li")]
        .map((one) => [one, one.getBoundingClientRect()]).filter(([, box]) => box.width);
    const margin = shown.filter(([one]) => one.matches("span"));
    const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
    return margin.flatMap(([one, box]) => shown
        .filter(([other, there]) => other !== one && !other.contains(one) && !apart(box, there))
        .map(([other]) => `${one.id || one.textContent} covers ${other.id || other.textContent}`));
}"""
BACKGROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.mark.parametrize("path, language", (("/", "kk"), ("/ru/", "ru"), ("/en/", "en")))
def test_interface_is_of_the_page_s_language(visit: Callable, path: str, language: str) -> None:
    page = visit(path)
    assert page.locator("html").get_attribute("lang") == language
    skip = {"kk": "Мәтінге өту", "ru": "Перейти к содержанию", "en": "Skip to content"}[language]
    assert page.locator(".skip").inner_text().strip() == skip
    assert page.locator("#n3-b").get_attribute("aria-label") == {
        "kk": "3-ескертпе", "ru": "Примечание 3", "en": "Note 3"}[language]  # fmt: skip


@pytest.mark.parametrize("way", ("hover", "focus"))
@pytest.mark.parametrize("mark", ("n4-a", "tc-p10-11"))
def test_preview_opens_on_hover_and_focus_and_esc_closes_it(visit: Callable, way: str, mark: str) -> None:
    page = visit("/#p10", width=1100)
    anchor = page.locator(f"#{mark}")
    preview = page.locator(f"#preview-{mark}")
    assert preview.is_hidden()
    getattr(anchor, way)()
    preview.wait_for()
    box = preview.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 1100
    page.keyboard.press("Escape")
    assert preview.is_hidden()


def test_preview_stays_while_the_pointer_is_on_it(visit: Callable) -> None:
    page = visit("/#p10", width=1100)
    page.locator("#n4-a").hover()
    preview = page.locator("#preview-n4-a")
    box = preview.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=8)
    assert preview.is_visible()


def test_preview_shows_the_reading_of_the_print(visit: Callable) -> None:
    page = visit("/#p10")
    page.locator("#tc-p10-11").focus()
    page.locator("#preview-tc-p10-11").wait_for()
    assert "бастапқы мәтінде этногроф" in page.locator("#preview-tc-p10-11").inner_text()
    assert page.locator("#tc-p10-11").get_attribute("aria-describedby") == "preview-tc-p10-11"


def test_preview_of_a_date_tells_the_event(visit: Callable) -> None:
    page = visit("/en/#p15")
    date = page.locator("#p15 .dates a[href$='#event-1991-02-15']")
    date.hover()
    preview = page.locator("#preview-p15-event-1991-02-15")
    preview.wait_for()
    assert "15 February 1991" in preview.inner_text() and preview.locator("a").count() == 0
    page.keyboard.press("Escape")
    assert preview.is_hidden()


def test_sign_leads_on_where_its_preview_cannot_be_had(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    page.goto((site / "index.html").as_uri() + "#p10")
    page.locator("#tc-p10-11").hover()
    page.locator("#tc-p10-11").click()
    page.wait_for_url(re.compile(r"/notes/(index\.html)?#tc-p10-11$"))
    page.close()


@pytest.mark.parametrize("path", ARTICLES)
def test_notes_and_dates_in_the_margin_cover_nothing(visit: Callable, path: str) -> None:
    page = visit(path)
    for width in widths(page, 1216, 1440, 1920):
        assert not page.evaluate(COVERED), width
        notes = page.locator(".note-mark > .preview")
        assert notes.count() == 11 and all(notes.nth(nth).is_visible() for nth in range(11))
        assert excess(page) <= 0


def test_note_leads_there_and_each_way_back_has_its_own_name(visit: Callable) -> None:
    page = visit("/ru/")
    page.locator("#n3-b").click()
    arrives(page, "/ru/#n3")
    backs = page.locator("#n3 [role=doc-backlink]")
    names = [backs.nth(index).get_attribute("aria-label") for index in range(backs.count())]
    assert len(names) == 2 == len(set(names))
    backs.nth(1).click()
    arrives(page, "/ru/#n3-b")


def test_everything_is_there_without_scripts(visit: Callable) -> None:
    page = visit("/en/", java_script_enabled=False)
    page.locator("#n1-a").focus()
    assert page.locator("#preview-n1-a").is_visible()
    page.locator("#n1-a").click()
    arrives(page, "/en/#n1")
    page.locator("header a[hreflang=ru]").click()
    arrives(page, "/ru/")


@pytest.mark.parametrize("name", NAMES)
def test_language_links_keep_the_page(visit: Callable, exhaustive: bool, address: str, name: str) -> None:
    """Three ways on one page, the other three on the next; with --all every page goes all six."""
    page = visit(f"/{name}")
    ways = (("ru", "en", "kk"), ("en", "ru", "kk"))
    for code in (*ways[0], *ways[1]) if exhaustive else ways[NAMES.index(name) % 2]:
        page.locator(f"header a[hreflang={code}]").click()
        arrives(page, f"{address}/{FOLDERS[code]}{name}")
        assert page.locator("html").get_attribute("lang") == code


def test_paragraph_and_its_event_lead_to_each_other(visit: Callable) -> None:
    page = visit("/en/")
    page.locator("#p15 .dates a[href$='#event-1991-02-15']").click()
    arrives(page, "/en/timeline/#event-1991-02-15")
    page.locator("#event-1991-02-15 .told a", has_text="17").click()
    arrives(page, "/en/#p17")
    assert page.locator("#p17").is_visible()


def test_critical_note_and_its_place_lead_to_each_other(visit: Callable) -> None:
    page = visit("/")
    page.locator("#tc-p10-11").click()
    arrives(page, "/notes/#tc-p10-11")
    page.locator("#tc-p10-11 a.lemma").click()
    arrives(page, "/#tc-p10-11")


def test_target_is_marked_and_in_view(visit: Callable) -> None:
    page = visit("/ru/#p41")
    box = page.locator("#p41").bounding_box()
    assert 0 <= box["y"] < 400
    plain = page.locator("#p42").evaluate("element => getComputedStyle(element).backgroundColor")
    assert page.locator("#p41").evaluate("element => getComputedStyle(element).backgroundColor") != plain


def test_copied_paragraph_is_the_paragraph(visit: Callable) -> None:
    page = visit("/en/")
    text = page.evaluate("""() => {
        const selection = getSelection();
        selection.selectAllChildren(document.getElementById("p25"));
        return selection.toString();
    }""")
    assert text.strip().startswith("In ") and "[7]" not in text and "25" not in text


@pytest.mark.parametrize("scripts", (True, False))
def test_dark_follows_the_system(visit: Callable, scripts: bool) -> None:
    light = visit("/", color_scheme="light", java_script_enabled=scripts).evaluate(BACKGROUND)
    dark = visit("/", color_scheme="dark", java_script_enabled=scripts).evaluate(BACKGROUND)
    assert light == "rgb(253, 252, 248)" and dark == "rgb(22, 24, 27)"


def test_choice_of_scheme_is_remembered(visit: Callable) -> None:
    page = visit("/", color_scheme="light")
    light = page.evaluate(BACKGROUND)
    button = page.locator("button.scheme")
    button.click()
    button.click()
    assert "қараңғы" in button.get_attribute("aria-label")
    page.goto(page.url + "timeline/")
    assert page.evaluate(BACKGROUND) != light


def test_keyboard_alone_reaches_text_menu_and_marks(visit: Callable) -> None:
    page = visit("/ru/", width=320)
    page.keyboard.press("Tab")
    assert page.locator(".skip").evaluate("element => element === document.activeElement")
    page.keyboard.press("Enter")
    arrives(page, "#content")
    reached = set()
    page.goto(page.url.removesuffix("#content"))
    for _ in range(24):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('nav, button, details, article')?.className ?? ''"))
    assert {"pages", "languages", "scheme", "contents-small folded"} <= reached


def test_print_has_the_text_and_the_notes_and_no_interface(visit: Callable) -> None:
    page = visit("/en/")
    page.emulate_media(media="print")
    assert page.locator("#p52").is_visible() and page.locator("#n10").is_visible()
    for interface in (".site-header", ".site-footer", ".contents", ".dates >> nth=0"):
        assert page.locator(interface).is_hidden()
    assert page.locator(".legend dl").is_visible()


def test_print_is_dark_on_white_whatever_was_chosen(visit: Callable) -> None:
    page = visit("/", color_scheme="dark")
    page.locator("button.scheme").click()
    page.locator("button.scheme").click()
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(31, 28, 23)"


def test_skip_link_moves_and_marks_nothing(visit: Callable) -> None:
    page = visit("/en/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    assert page.locator("main").evaluate("element => getComputedStyle(element).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_what_esc_closed_stays_closed_until_pointer_and_focus_are_elsewhere(visit: Callable) -> None:
    """Whatever the vanishing box says of a pointer that rests: some browsers send it a pointerout."""
    page = visit("/en/", width=1100)
    mark, preview = page.locator("#n4-a"), page.locator("#preview-n4-a")
    mark.hover()
    preview.wait_for()
    page.keyboard.press("Escape")
    mark.dispatch_event("pointerout", {"bubbles": True})
    assert preview.is_hidden()
    page.mouse.move(1, 1)
    mark.hover()
    preview.wait_for()


def test_mark_that_is_gone_to_is_ringed_and_covers_nothing(visit: Callable) -> None:
    style = (
        visit("/en/#n3-a")
        .locator("#n3-a")
        .evaluate("""one => {
        const { outlineStyle, outlineColor, boxShadow } = getComputedStyle(one);
        return [outlineStyle, outlineColor, boxShadow];
    }""")
    )
    assert style == ["solid", "rgb(122, 75, 0)", "none"]


def test_stages_of_the_article_lead_to_the_timeline(visit: Callable) -> None:
    page = visit("/en/#results-stages")
    stages = page.locator(".stages-brief li a")
    assert stages.count() == 4
    stages.nth(3).click()
    arrives(page, "/en/timeline/#period-4")
    for written in ("1993-12-10", "1990-04", "2012", "2007", "2030"):
        assert page.locator(f"time[datetime='{written}']").count() >= 1, written
    assert page.locator(".course svg").first.get_attribute("aria-hidden") == "true"


def test_missing_page_speaks_every_language(visit: Callable) -> None:
    page = visit(MISSING)
    messages = page.locator(".messages > div")
    assert [messages.nth(index).get_attribute("lang") for index in range(3)] == ["kk", "ru", "en"]


def test_sign_of_a_stale_translation_explains_itself(chromium: Browser, small: Path) -> None:
    record = small / "docs/_data/translations.yml"
    record.write_text(re.sub(r"(  p2: ')\w{12}", rf"\g<1>{'0' * 12}", record.read_text(encoding="utf-8")))
    build(small)
    page = chromium.new_page()
    page.goto((small / "site/en/index.html").as_uri())
    sign = page.get_by_role("link", name="The translation may be out of date: go to the original")
    assert sign.count() == 1 and page.locator("#p2 .stale-mark").count() == 1
    preview = page.locator("#preview-stale-p2")
    assert preview.is_hidden()
    sign.focus()
    assert preview.is_visible() and "has changed since it was translated" in preview.inner_text()
    page.keyboard.press("Escape")
    assert preview.is_hidden()
    page.close()
