"""The settings for reading, the place where reading stopped, the keys: by pointer, touch and keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from support.browser import excess, widths
from support.pages import FOLDERS
from support.waiting import until

pytestmark = pytest.mark.browser

OFFER = {
    "kk": "Оқуды 12-тармақтан жалғастыру",
    "ru": "Продолжить чтение с абзаца 12",
    "en": "Continue reading from paragraph 12",
}


def size_of(page: Page, unit: str = "#p1") -> float:
    """The size of the letters of a unit, in CSS pixels."""
    return page.locator(unit).evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)")


def read_to(page: Page, unit: str) -> None:
    """Scroll to a unit, as a reader does: not before the page has come to rest."""
    loaded = "performance.getEntriesByType('navigation')[0].loadEventEnd"
    until(lambda: page.evaluate(f"{loaded} && performance.now() > {loaded} + 300"), lambda: "the page is not loaded")
    page.mouse.wheel(0, 600)
    until(lambda: page.evaluate("scrollY > 300"), lambda: "the page does not scroll")
    page.locator(f"#{unit}").evaluate("(one) => scrollBy(0, one.getBoundingClientRect().top - 10)")


@pytest.mark.parametrize("code", FOLDERS)
def test_settings_apply_at_once_stay_and_can_be_reset(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}")
    before = size_of(page)
    page.locator("button.reading").click()
    box = page.locator("dialog.reading-box")
    expect(box).to_be_visible()
    box.locator("input[name=size][value='4']").check()
    box.locator("input[name=letters][value=sans]").check()
    box.locator("input[name=measure][value=narrow]").check()
    box.locator("input[name=lines][value=loose]").check()
    assert size_of(page) == pytest.approx(before * 1.3)
    box.locator("input[name=signs][value=none]").check()
    expect(page.locator("#p1 .number")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    assert page.evaluate("document.activeElement.className") == "reading"
    page.reload()
    assert size_of(page) == pytest.approx(before * 1.3)
    expect(page.locator("#p1 .number")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("#p1 .number")).to_be_visible()  # nothing of it in print
    page.emulate_media(media="screen")
    page.locator("button.reading").click()
    box.locator("button", has_not_text="×").first.click()
    assert size_of(page) == pytest.approx(before)
    assert page.evaluate("localStorage.getItem('look')") is None


@pytest.mark.parametrize("code", FOLDERS)
def test_settings_are_set_by_touch_and_by_keyboard(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}", has_touch=True, width=390, height=844)
    before = size_of(page)
    page.locator("button.reading").tap()
    page.locator("dialog.reading-box label", has_text="115").tap()
    assert size_of(page) == pytest.approx(before * 1.15)
    page.locator("dialog.reading-box .close").tap()
    page.locator("button.reading").focus()
    page.keyboard.press("Enter")
    page.locator("dialog.reading-box input[value='3']").focus()
    page.keyboard.press("ArrowRight")
    assert size_of(page) == pytest.approx(before * 1.3)
    for _ in range(20):  # the focus does not get to the page below
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    page.keyboard.press("Escape")
    until(lambda: page.evaluate("document.activeElement.className") == "reading")


@pytest.mark.parametrize("code", FOLDERS)
def test_what_is_gone_to_stands_below_the_bar_however_large_the_letters(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}")
    page.evaluate("reading.load()")
    page.wait_for_function("() => reading.apply")
    for size in "12345":
        page.evaluate("(size) => { reading.chosen.size = size; reading.apply(); }", size)
        for _ in widths(page, 320, 390, 480, 640, 700, 768, 900, 1280):
            page.evaluate("() => { location.hash = ''; location.hash = '#p12'; }")
            bar, unit = (page.locator(one).bounding_box() for one in (".site-header", "#p12"))
            assert bar["y"] + bar["height"] <= unit["y"] < 400, (size, page.viewport_size)
            assert excess(page) <= 0, (size, page.viewport_size)


@pytest.mark.parametrize("code", FOLDERS)
def test_look_is_there_before_any_script_has_come(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}")
    before = size_of(page)
    page.locator("button.reading").click()
    page.locator("dialog.reading-box input[name=size][value='4']").check()
    page.route("**/assets/*.js", lambda _route: None)  # they never come
    page.goto(page.url, wait_until="commit")
    page.locator("#p1").wait_for()
    assert size_of(page) == pytest.approx(before * 1.3)
    page.unroute("**/assets/*.js")


def test_reset_is_of_the_look_only(visit: Callable) -> None:
    """Who has switched the keys off needs them off."""
    page = visit("/en/")
    page.locator("button.reading").click()
    for name in ("keys", "resume"):
        page.locator(f"dialog.reading-box input[name={name}]").uncheck()
    page.locator("dialog.reading-box .row button").first.click()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("?")
    page.keyboard.press("j")
    assert page.locator("dialog").count() == 0 and page.evaluate("document.activeElement.id") == ""


@pytest.mark.parametrize("code", FOLDERS)
def test_help_is_opened_by_key_and_from_the_panel_of_the_article(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}")
    page.keyboard.press("?")
    box = page.locator("dialog.reading-box")
    expect(box.locator("dl")).to_be_visible()
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    page.locator("button.reading").click()
    box.locator(".row button").last.click()
    expect(box).to_have_count(1)
    expect(box.locator("dl")).to_be_visible()
    assert page.evaluate("!!document.activeElement.closest('dialog')")
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    until(lambda: page.evaluate("document.activeElement.className") == "reading")
    page.goto(page.url.split("#")[0] + "timeline/")
    page.locator("button.reading").click()
    expect(box.locator(".row button")).to_have_count(1)  # its keys are of the article
    assert box.locator("[name=keys]").count() == 0


def test_settings_work_where_nothing_can_be_stored(visit: Callable) -> None:
    page = visit("/ru/")
    page.add_init_script("Object.defineProperty(self, 'localStorage', { get() { throw new Error('blocked'); } })")
    page.reload()
    before = size_of(page)
    page.locator("button.reading").click()
    page.locator("dialog.reading-box input[name=size][value='5']").check()
    assert size_of(page) == pytest.approx(before * 1.5)
    page.keyboard.press("Escape")
    read_to(page, "p12")


@pytest.mark.parametrize("code", FOLDERS)
def test_the_next_visit_offers_the_place_and_moves_nothing(visit: Callable, code: str) -> None:
    page = visit("/ru/")
    read_to(page, "p12")
    page.goto(page.url.replace("/ru/", "/en/timeline/"))
    page.goto(page.url.replace("/en/timeline/", f"/{FOLDERS[code]}"))
    line = page.locator(".resume")
    expect(line).to_contain_text(OFFER[code])
    assert page.evaluate("scrollY") == 0
    line.locator("a").focus()
    page.keyboard.press("Enter")
    expect(line).to_have_count(0)
    assert page.url.endswith("#p12")
    assert 0 <= page.locator("#p12").evaluate("(one) => one.getBoundingClientRect().top") < 300


@pytest.mark.parametrize("code", FOLDERS)
def test_offer_is_taken_and_declined_by_touch(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}", has_touch=True, width=390, height=844)
    home = page.url
    page.evaluate("localStorage.setItem('place', 'p12')")
    page.goto(f"{home}#p30")  # who comes to a place of the text has not come to read on
    page.reload()
    page.wait_for_timeout(500)
    assert page.locator(".resume").count() == 0
    page.goto(home)
    page.reload()
    page.locator(".resume a").tap()
    assert page.url.endswith("#p12")
    page.evaluate("localStorage.setItem('place', 'p12')")
    page.goto(home)
    page.reload()
    page.evaluate("scrollTo(0, 0)")
    page.locator(".resume .close").tap()
    expect(page.locator(".resume")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('place')") is None


def test_the_place_is_not_kept_if_switched_off(visit: Callable) -> None:
    page = visit("/en/")
    page.locator("button.reading").click()
    page.locator("dialog.reading-box input[name=resume]").uncheck()
    page.keyboard.press("Escape")
    read_to(page, "p12")
    page.goto(page.url.replace("/en/", "/en/timeline/"))
    assert page.evaluate("localStorage.getItem('place')") is None


@pytest.mark.parametrize("code", FOLDERS)
def test_keys_go_from_paragraph_to_paragraph_but_not_from_a_field(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}")
    read_to(page, "p8")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "p9"
    page.keyboard.press("Alt+ArrowDown")
    assert page.evaluate("document.activeElement.id") == "p10"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "p9"
    cyrillic = "new KeyboardEvent('keydown', { key: 'о', code: 'KeyJ', bubbles: true })"
    page.evaluate(f"document.activeElement.dispatchEvent({cyrillic})")
    assert page.evaluate("document.activeElement.id") == "p10"
    page.keyboard.press("k")
    page.keyboard.press("Control+j")
    assert page.evaluate("document.activeElement.id") == "p9"
    page.keyboard.press("?")
    expect(page.locator("dialog.reading-box dl")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)  # closing gives the focus back, and may come a moment later
    field = page.locator(".search-field input")
    field.focus()
    page.keyboard.type("jk?")
    assert field.input_value() == "jk?" and page.locator("dialog").count() == 0


@pytest.mark.parametrize("code", FOLDERS)
def test_contents_show_the_section_that_is_being_read(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}")
    page.locator("#p20").evaluate("(one) => one.scrollIntoView()")
    current = page.locator(".contents [aria-current]")
    expect(current).to_have_count(1)
    expect(current).to_have_attribute("href", "#results-stages")


@pytest.mark.parametrize("code", FOLDERS)
def test_without_scripts_there_is_no_button(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}", java_script_enabled=False)
    expect(page.locator("button.reading")).to_be_hidden()
