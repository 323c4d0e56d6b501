"""Every state of every page, at every width: nothing cut off, covered, broken, out of the window or out of reach.

What holds is said in support/invariants.js, one function for each; how pages are brought into their states, in
support/sweeping.py. With --all every width, and every fourth mark; else a grid that has shown every fault there was.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.browser import widths
from support.fonts import FACES
from support.pages import ARTICLES, EVERY, MISSING
from support.sweeping import chosen, found_by, in_its_menus, in_its_previews, on_the_page, prepare

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 390, 600, 768, 1000, 1216, 1280, 1440, 1600, 1920)
# On both sides of each width at which the layout of what is opened changes.
OPENED = (320, 390, 768, 1000, 1216, 1280, 1600)
SOME = {"wide": (320, 390, 768, 1216), "narrow": (1600,)}
UNFOLD = "document.querySelectorAll('main details').forEach((one) => { one.open = true; })"


@pytest.mark.parametrize("share", range(4))
@pytest.mark.parametrize("face", FACES)
def test_pages_hold_at_every_width(visit_with: Callable, exhaustive: bool, face: str, share: int) -> None:
    """As they are, light and dark by turns, all unfolded; and with letters twice as large."""
    page = visit_with(face, MISSING, height=700)
    host, found = page.url.removesuffix(MISSING), []
    for path in EVERY[share::4]:
        page.goto(host + path)
        assert page.locator("h1").count() == 1
        prepare(page)
        for width in widths(page, *(WIDTHS if exhaustive else SOME[face])):
            # The index of the search is every word of the article: once is enough.
            if width == SOME[face][-1]:
                page.evaluate(UNFOLD)
            found += [f"{path} {face} {width}: {one}" for one in on_the_page(page)]
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        for width in widths(page, *((360, 768, 1280) if face == "wide" or exhaustive else ())):
            found += [f"{path} {face} {width}, letters twice as large: {one}" for one in on_the_page(page, large=True)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", ARTICLES)
@pytest.mark.parametrize("face, some", (("narrow", (1216,)), ("wide", (390, 1000, 1280))))
def test_what_the_article_opens_holds(
    visit_with: Callable, exhaustive: bool, face: str, some: tuple[int, ...], path: str
) -> None:
    page = visit_with(face, path, height=700, color_scheme="dark" if face == "narrow" else "light")
    prepare(page)
    found = []
    for width in widths(page, *(OPENED if exhaustive else some)):
        for state, broken in (*in_its_previews(page, 4 if exhaustive else 13), *in_its_menus(page, "p1", "p10")):
            found += [f"{path} {face} {width}, {state}: {one}" for one in broken]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("code", ("kk", "ru", "en"))
def test_search_and_columns_hold(visit_with: Callable, code: str) -> None:
    """What is found, in one language and in all; a choice of the languages that stand side by side."""
    folder = "" if code == "kk" else f"{code}/"
    page = visit_with("wide", f"/{folder}search/", height=700)
    prepare(page)
    found = [f"/{folder}search/ {state}: {one}" for state, broken in found_by(page, "1991") for one in broken]
    page.goto(page.url.partition("/search/")[0] + "/parallel/")
    prepare(page)
    found += [f"/{folder}parallel/ {state}: {one}" for state, broken in chosen(page) for one in broken]
    assert not found, "\n".join(found)


def test_long_note_in_the_margin_is_read_to_its_end(visit: Callable) -> None:
    """Its beginning stands there; whoever points at its mark reads the rest, by scrolling if need be."""
    page = visit("/", width=1280)
    note = page.locator("#preview-n4-a")
    note.evaluate("(one) => one.append(' сөз'.repeat(400), ' соңы')")
    assert note.evaluate("(one) => getComputedStyle(one).webkitLineClamp") == "9"
    page.locator("#n4-a").hover()
    page.wait_for_function("(one) => getComputedStyle(one).webkitLineClamp === 'none'", arg=note.element_handle())
    note.evaluate("(one) => one.scrollTo(0, one.scrollHeight)")
    assert note.evaluate("""(one) => {
        const end = new Range();
        end.setStart(one.lastChild, 0);
        end.setEndAfter(one.lastChild);
        const { bottom } = end.getBoundingClientRect();
        return one.scrollTop > 0 && bottom <= one.getBoundingClientRect().bottom + 1 && bottom <= innerHeight;
    }""")
