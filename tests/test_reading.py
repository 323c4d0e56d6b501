"""The settings for reading, the place where reading stopped, the keys: by pointer, touch and keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
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


def test_settings_are_set_by_touch_and_by_keyboard(visit: Callable) -> None:
    page = visit("/ru/", has_touch=True, width=390, height=844)
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


@pytest.mark.parametrize("code", FOLDERS)
def test_the_next_visit_offers_the_place_and_moves_nothing(visit: Callable, code: str) -> None:
    page = visit("/ru/")
    read_to(page, "p12")
    page.goto(page.url.replace("/ru/", "/en/timeline/"))
    page.goto(page.url.replace("/en/timeline/", f"/{FOLDERS[code]}"))
    line = page.locator(".resume")
    expect(line).to_contain_text(OFFER[code])
    assert page.evaluate("scrollY") == 0
    line.locator("a").click()
    expect(line).to_have_count(0)
    assert page.url.endswith("#p12")
    assert 0 <= page.locator("#p12").evaluate("(one) => one.getBoundingClientRect().top") < 300


def test_the_place_is_not_kept_if_switched_off(visit: Callable) -> None:
    page = visit("/en/")
    page.locator("button.reading").click()
    page.locator("dialog.reading-box input[name=resume]").uncheck()
    page.keyboard.press("Escape")
    read_to(page, "p12")
    page.goto(page.url.replace("/en/", "/en/timeline/"))
    assert page.evaluate("localStorage.getItem('place')") is None


def test_keys_go_from_paragraph_to_paragraph_but_not_from_a_field(visit: Callable) -> None:
    page = visit("/en/")
    read_to(page, "p8")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "p9"
    page.keyboard.press("Alt+ArrowDown")
    assert page.evaluate("document.activeElement.id") == "p10"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "p9"
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


def test_contents_show_the_section_that_is_being_read(visit: Callable) -> None:
    page = visit("/en/")
    page.locator("#p20").evaluate("(one) => one.scrollIntoView()")
    current = page.locator(".contents [aria-current]")
    expect(current).to_have_count(1)
    expect(current).to_have_attribute("href", "#results-stages")


def test_without_scripts_there_is_no_button(visit: Callable) -> None:
    page = visit("/en/", java_script_enabled=False)
    expect(page.locator("button.reading")).to_be_hidden()
