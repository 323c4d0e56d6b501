"""Pages brought into every state they have, and what must hold in each: see invariants.js.

A fault is a line: the invariant, the element; and before it the page, the face, the width, the state.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from .browser import widths

INVARIANTS = Path(__file__).with_name("invariants.js").read_text(encoding="utf-8")
# Where words break does not depend on the syllables that a browser happens to know.
STILL = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { hyphens: manual !important; }");
    document.adoptedStyleSheets = [sheet];
}"""
# Bring a mark to a height of the window, given as a part of it; the middle of its first line. Nothing is focused.
PLACE = """([mark, part]) => {
    document.activeElement.blur();
    const top = () => mark.getClientRects()[0].top;
    scrollBy({ top: top() - innerHeight * part, behavior: "instant" });
    const { left, right, bottom } = mark.getClientRects()[0];
    return [(left + right) / 2, (top() + bottom) / 2];
}"""
# What a mark has opened.
OPENED = "document.getElementById(mark.getAttribute('aria-describedby'))"
# A preview is there; in the margin of a wide window it always is, in part.
OPEN = f"(mark) => {{ const box = {OPENED}; return box && box.checkVisibility() && !box.matches('[data-asked] *'); }}"
SHUT = f"""(mark) => {{
    const box = {OPENED};
    return !box || !box.checkVisibility() || getComputedStyle(box).position === "static";
}}"""
STATE = f"([mark, focused]) => self.sweep.state({OPENED}, mark, focused && mark)"
MENU = "(mark) => self.sweep.state(document.getElementById('unit-menu'), mark, document.activeElement)"
MARKS = {"note": ".note-mark > a", "critical note": ".critical-mark > a", "event": ".dates > a"}
HEIGHTS = (0.2, 0.92)  # parts of the window's height at which a mark stands when its preview is opened


def prepare(page: Page) -> None:
    """Make a page ready for the sweep; again after each visit."""
    page.evaluate(INVARIANTS)
    page.evaluate(STILL)


def on_the_page(page: Page, *, large: bool = False) -> list[str]:
    """What is broken on a page as it stands. A word twice as large may be longer than a telephone is wide."""
    return list(page.evaluate("(large) => self.sweep.page(large)", large))


def in_its_previews(page: Page, step: int) -> Iterator[tuple[str, list[str]]]:
    """Open previews of each kind by pointer, high and low in the window, and by keyboard: each state, what is broken.

    Of each kind every mark whose number can be divided by `step`.
    """
    for kind, where in MARKS.items():
        for nth, mark in enumerate(page.query_selector_all(where)):
            if nth % step:
                continue
            # Whoever comes by keyboard is brought to where the browser would have the mark.
            for way, height in (("pointer", HEIGHTS[0]), ("pointer", HEIGHTS[1]), ("keyboard", HEIGHTS[1])):
                page.mouse.move(1, 1)
                x, y = page.evaluate(PLACE, [mark, height])
                if way == "pointer":
                    page.mouse.move(x, y)
                else:
                    mark.focus()
                if not page.evaluate(OPEN, mark):
                    page.wait_for_function(OPEN, arg=mark)
                broken = page.evaluate(STATE, [mark, way == "keyboard"])
                page.keyboard.press("Escape")
                if not page.evaluate(SHUT, mark):
                    broken.append("what_is_opened_is_closed_by_esc")
                yield f"{kind} {nth} by {way} at {height}", broken


def in_its_menus(page: Page, *units: str) -> Iterator[tuple[str, list[str]]]:
    """Open the menu of units, high and low in the window; then look at one of them in another language."""
    menu = page.locator("#unit-menu")
    for unit in units:
        number = page.query_selector(f"#{unit} > .number, .headed:has(> #{unit}) > .number")
        for height in HEIGHTS:
            page.evaluate(PLACE, [number, height])
            number.focus()
            page.keyboard.press("Enter")
            menu.wait_for()
            page.wait_for_function("() => document.activeElement.closest('#unit-menu')")
            broken = page.evaluate(MENU, number)
            page.keyboard.press("Escape")
            if menu.is_visible():
                broken.append("what_is_opened_is_closed_by_esc")
            if not number.evaluate("one => one === document.activeElement"):
                broken.append("focus_returns_to_what_called")
            yield f"menu of {unit} at {height}", broken
    number.press("Enter")
    menu.locator("[data-peek]").first.click()
    page.locator(".peek").wait_for()
    yield f"peek at {units[-1]}", on_the_page(page)
    page.keyboard.press("Escape")
    yield f"peek at {units[-1]} closed", ["what_is_opened_is_closed_by_esc"] if page.locator(".peek").count() else []


def found_by(page: Page, query: str) -> Iterator[tuple[str, list[str]]]:
    """Search, in the language of the page and in all: each width, what is broken."""
    page.locator(".find [name=q]").fill(query)
    page.locator(".hit").first.wait_for()
    for width in widths(page, 320, 1280):
        yield f"{width}, found", on_the_page(page)
    page.locator(".find [name=all]").check()
    page.locator(".aligned, .results h2").first.wait_for()
    for width in widths(page, 320, 1280):
        yield f"{width}, found in all languages", on_the_page(page)


def chosen(page: Page) -> Iterator[tuple[str, list[str]]]:
    """Leave out a language of those that stand side by side: each width, what is broken."""
    page.locator(".choose fieldset input").last.uncheck()
    for width in widths(page, 390, 1000, 1440):
        yield f"{width}, two columns", on_the_page(page)
    page.locator(".cover select").select_option(index=1)
    for width in widths(page, 320, 1280):
        yield f"{width}, one language hidden", on_the_page(page)
