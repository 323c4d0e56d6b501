"""The site by WCAG 2.2 AA: axe on every page, the Nu HTML checker, keyboard, large text, forced colours, no motion."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.browser import violations, violations_of_colour
from support.pages import ARTICLES, CARDS, EVERY

# What may be open on the article, and how it is opened.
STATES: dict[str, list[tuple[str, str]]] = {
    "menu": [("click", "#p10 > .number")],
    "peek": [("click", "#p10 > .number"), ("click", "[data-peek=ru]")],
    "note": [("focus", "#n4-a")],
    "critical note": [("focus", "#tc-p10-11")],
    "event": [("focus", "#p15 .dates a")],
    "folded": [("click", ".legend > summary"), ("click", ".other-fronts > summary")],
}
SHOWN = {"menu": "#unit-menu", "peek": ".peek", "note": "#preview-n4-a", "critical note": "#preview-tc-p10-11",
         "event": "#p15 .dates .preview", "folded": ".legend dl"}  # fmt: skip
# Targets of less than 24 pixels either way, but for links within a sentence: WCAG 2.5.8.
TOO_SMALL = """(all) => all
    .filter((one) => {
        const box = (one.closest("label") ?? one).getBoundingClientRect();
        const inSentence = getComputedStyle(one).display === "inline";
        if (!box.width || inSentence || one.closest(".unseen, .skip, .heads")) return false;
        return box.width < 23.9 || box.height < 23.9;
    }).map((one) => `${one.outerHTML.slice(0, 90)} ${one.offsetWidth}x${one.offsetHeight}`)"""
# What gets the focus, and whether it is in view with a ring around it.
FOCUS = """() => {
    window.reached = [];
    addEventListener("focusin", ({ target }) => {
        const box = target.getBoundingClientRect();
        const ring = parseFloat(getComputedStyle(target).outlineWidth);
        window.reached.push([target.dataset.nth, ring >= 2 && box.bottom > 0 && box.top < innerHeight]);
    });
}"""


@pytest.mark.browser
@pytest.mark.parametrize("path", EVERY)
def test_axe_finds_nothing(visit: Callable, exhaustive: bool, path: str) -> None:
    """Every rule on every page at both widths, but for colours: of these one scheme a width, and not on translations,
    which have the style sheets of the original, but for the article. With --all both schemes everywhere.
    """
    page = visit(path, width=360, color_scheme="dark")
    assert page.locator("a[href], button, summary, input, select").evaluate_all(TOO_SMALL) == []
    original = not path.startswith(("/ru/", "/en/"))
    for width, scheme, other in ((360, "dark", "light"), (1280, "light", "dark")):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        colour = exhaustive or original or (path in ARTICLES and scheme == "light")
        assert violations(page, colour=colour) == [], width
        if exhaustive:
            assert violations_of_colour(page, other) == [], width


@pytest.mark.browser
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("width", (360, 1280))
def test_axe_finds_nothing_in_what_is_opened(visit: Callable, state: str, width: int) -> None:
    """In it, for what is around it has been looked at."""
    page = visit("/", width=width, color_scheme="light")
    for act, where in STATES[state]:
        getattr(page.locator(where).first, act)()
    page.locator(SHOWN[state]).first.wait_for()
    assert violations(page, SHOWN[state]) == []
    assert violations_of_colour(page, "dark", SHOWN[state]) == []


@pytest.mark.browser
def test_axe_would_find_something(visit: Callable) -> None:
    page = visit("/en/", color_scheme="light")
    brand = page.locator(".brand")
    brand.evaluate("(one) => { one.style.color = 'light-dark(#ddd, #e8e3d9)'; }")
    assert [rule.split(":")[0] for rule in violations(page)] == ["color-contrast"]
    brand.evaluate("(one) => { one.style.color = 'light-dark(#1f1c17, #222)'; }")
    assert [rule.split(":")[0] for rule in violations_of_colour(page, "dark")] == ["color-contrast"]


@pytest.mark.slow
def test_html_is_valid_by_the_nu_checker(published: Path, tmp_path: Path, exhaustive: bool) -> None:
    """Every page, and of the cards, which are alike, those of a few units but for --all."""
    checker = os.environ.get("VNU_JAR")
    if not checker:
        pytest.skip("no Java here, or the checker cannot be had: the HTML was not put to the Nu checker")
    every = sorted(published.rglob("*.html"))
    cards = [page for page in every if page.relative_to(published).parts[0] in ("p", "s")]
    if not exhaustive:
        wanted = [published / path.strip("/") / "index.html" for path in CARDS]
        every = [page for page in every if page not in cards or page in wanted]
    pages = list(map(str, every))
    broken = tmp_path / "broken.html"
    broken.write_text(Path(pages[0]).read_text(encoding="utf-8").replace("</main>", "<p></main></p>", 1))
    # It takes 'self' for the address of the file, and does not count the digests of scripts; nor has it heard of
    # container queries.
    options = ["--format", "gnu", "--filterpattern", ".*(Content Security Policy|container-type|@container).*"]
    # Its own advice for pages that nest; and compiling once, quickly, takes half of what compiling twice takes.
    java = ["java", "-Xss4m", "-XX:TieredStopAtLevel=1", "-jar", checker]
    done = subprocess.run([*java, *options, *pages, str(broken)], capture_output=True, text=True)
    found = done.stderr.splitlines()
    assert [line for line in found if "broken.html" not in line] == []
    assert done.returncode == 1 and found, "the checker would say so"


@pytest.mark.browser
@pytest.mark.parametrize("path", ("/", "/ru/", "/en/", "/timeline/", "/parallel/", "/p/12/"))
def test_all_of_the_interface_is_reached_by_keyboard_on_a_small_phone(visit: Callable, path: str) -> None:
    page = visit(path, width=320, height=640)
    wanted = page.evaluate("""() => [...document.querySelectorAll("a[href], button, summary, input, select")]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("[popover], [hidden]"))
        .map((one, nth) => (one.dataset.nth = nth)).length""")
    page.evaluate(FOCUS)
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
    reached = dict(page.evaluate("window.reached"))
    reached.pop(None, None)
    assert [nth for nth, seen in reached.items() if not seen] == []
    assert len(reached) == wanted


@pytest.mark.browser
def test_forced_colours_keep_bounds_and_nothing_moves(visit: Callable) -> None:
    page = visit("/", forced_colors="active", reduced_motion="reduce")
    # Transparent ones would be seen.
    lines = page.locator(":is(.site-header, .pages) li a").evaluate_all(
        "all => all.map((one) => [one.hasAttribute('aria-current'), getComputedStyle(one).borderBottomWidth !== '0px'])"
    )
    assert len(lines) == 9 and all(current == line for current, line in lines)
    page.locator("#p10 > .number").click()
    page.locator("#unit-menu").wait_for()
    assert page.evaluate("getComputedStyle(document.querySelector('#unit-menu')).borderTopWidth") == "1px"
    assert page.evaluate("document.getAnimations().length") == 0
    moving = """() => [...document.querySelectorAll("*")].filter((one) => {
        const style = getComputedStyle(one);
        const moves = style.animationName !== "none" || parseFloat(style.transitionDuration);
        return moves || style.scrollBehavior === "smooth";
    }).length"""
    assert page.evaluate(moving) == 0
