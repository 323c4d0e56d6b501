"""By the pages of the print: the field that leads to a page, and the page in the citation of the printed article."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml
from support.browser import arrives
from support.projects import ROOT
from support.waiting import until

pytestmark = pytest.mark.browser

FOLDERS = {"kk": "", "ru": "ru/", "en": "en/"}
EXPECTED = yaml.safe_load((ROOT / "tests/citations.yml").read_text(encoding="utf-8"))["print-page"]
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}


@pytest.mark.parametrize("code", FOLDERS)
def test_field_leads_to_the_page_by_keyboard_and_by_touch(visit: Callable, address: str, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}about/")
    field, told = page.locator(".to-page input"), page.locator(".to-page [role=alert]")
    for beyond in ("36", "51", "0", "4200", "", "p."):
        field.fill(beyond)
        page.keyboard.press("Enter")
        assert told.is_visible() and "37" in told.text_content() and "50" in told.text_content()
    page.keyboard.type("4")
    assert told.is_hidden()
    field.fill("2021, [42]")
    page.keyboard.press("Enter")
    arrives(page, f"{address}/{FOLDERS[code]}#pb42")
    phone = visit(f"/{FOLDERS[code]}about/", **PHONE)
    phone.locator(".to-page input").tap()
    phone.keyboard.type("p. 37")
    box = phone.locator(".to-page button").bounding_box()
    assert box["height"] >= 24 and box["x"] + box["width"] <= 390
    phone.locator(".to-page button").tap()
    arrives(phone, f"{address}/{FOLDERS[code]}")


@pytest.mark.parametrize("code", FOLDERS)
def test_citation_of_the_print_names_the_chosen_page(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}about/", permissions=["clipboard-read", "clipboard-write"])
    choice, named = page.locator(".print-page select"), page.locator(".with-page dd")
    whole = page.locator(".with-page + .citations")
    assert named.first.is_hidden() and whole.is_visible()
    choice.select_option("[42]")
    shown = {one.get_attribute("data-style"): one.text_content() for one in named.all()}
    assert shown == {style: text.replace("*", "") for style, text in EXPECTED[code].items()}
    assert named.first.is_visible() and whole.is_hidden()
    page.locator(".with-page button").first.click()
    until(lambda: page.evaluate("navigator.clipboard.readText()") == next(iter(shown.values())))
    choice.select_option("37")
    assert all("37" in one and "[42]" not in one for one in named.all_text_contents())
    choice.select_option("")
    assert named.first.is_hidden() and whole.is_visible()


@pytest.mark.parametrize("code", FOLDERS)
def test_without_scripts_neither_is_there_and_the_list_leads_to_the_pages(
    visit: Callable, address: str, code: str
) -> None:
    page = visit(f"/{FOLDERS[code]}about/", java_script_enabled=False)
    assert page.locator(".to-page").is_hidden() and page.locator(".print-page").is_hidden()
    assert page.locator(".with-page").is_hidden()
    page.get_by_role("link", name="[42]", exact=True).click()
    arrives(page, f"{address}/{FOLDERS[code]}#pb42")


ASKED = {
    "kk": ("42-бет", "[42] беті", "42 б."),
    "ru": ("с. 42", "стр. [42]", "42 страница"),
    "en": ("p. 42", "pp. 42–43", "page [42]"),
}


@pytest.mark.parametrize("code", FOLDERS)
def test_search_offers_the_page_that_is_asked_for(visit: Callable, address: str, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}search/")
    field, offered = page.locator(".find [type=search]"), page.locator(".status a.term")
    for asked in ASKED[code]:
        field.fill(asked)
        offered.wait_for()
        assert offered.get_attribute("href").endswith("#pb42") and "[42]" in offered.inner_text()
        field.fill("")
        offered.wait_for(state="detached")
    for other in ("42", "1942", "p. 36", "с. 51", "42-тармақ"):
        field.fill(other)
        page.wait_for_function("() => document.querySelector('.status').textContent")
        assert offered.count() == 0
    field.fill(ASKED[code][0])
    page.keyboard.press("Enter")
    arrives(page, f"{address}/{FOLDERS[code]}#pb42")
