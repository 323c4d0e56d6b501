"""The site by WCAG 2.2 AA: axe on every page, the Nu HTML checker, keyboard, large text, forced colours, no motion."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from test_browser import ADDRESSES

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CARDS = ["/p/12/", "/p/23/", "/s/results/", "/s/methods/"]
FOUND = f"""async () => {{
    const found = await axe.run(document, {{ runOnly: {json.dumps(RULES)}, resultTypes: ["violations"] }});
    return found.violations.flatMap((rule) => rule.nodes.map((node) => `${{rule.id}}: ${{node.target}}`));
}}"""
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


def violations(page: object) -> list[str]:
    """What axe finds on a page as it stands."""
    page.evaluate(AXE)
    return page.evaluate(FOUND)


@pytest.mark.browser
@pytest.mark.parametrize("path", [*ADDRESSES, *CARDS, "/404.html"])
@pytest.mark.parametrize("scheme", ("light", "dark"))
@pytest.mark.parametrize("width", (360, 1280))
def test_axe_finds_nothing(visit: Callable, path: str, scheme: str, width: int) -> None:
    assert violations(visit(path, width=width, color_scheme=scheme)) == []


@pytest.mark.browser
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("scheme", ("light", "dark"))
@pytest.mark.parametrize("width", (360, 1280))
def test_axe_finds_nothing_in_what_is_opened(visit: Callable, state: str, scheme: str, width: int) -> None:
    page = visit("/", width=width, color_scheme=scheme)
    for act, where in STATES[state]:
        getattr(page.locator(where).first, act)()
    page.locator(SHOWN[state]).first.wait_for()
    assert violations(page) == []


@pytest.mark.browser
def test_axe_would_find_something(visit: Callable) -> None:
    page = visit("/en/")
    page.evaluate("document.querySelector('.brand').style.color = '#ddd'")
    assert [rule.split(":")[0] for rule in violations(page)] == ["color-contrast"]


def test_html_is_valid_by_the_nu_checker(published: Path) -> None:
    checker = os.environ.get("VNU_JAR")
    if not checker:
        pytest.skip("no Java here, or the checker cannot be had: the HTML was not put to the Nu checker")
    pages = sorted(map(str, published.rglob("*.html")))
    # It takes 'self' for the address of the file, and does not count the digests of scripts.
    command = ["java", "-jar", checker, "--format", "gnu", "--filterpattern", ".*Content Security Policy.*", *pages]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0 and not done.stderr.strip(), done.stderr[:2000]
    broken = published.parent / "broken.html"
    broken.write_text(Path(pages[0]).read_text(encoding="utf-8").replace("</main>", "<p></main></p>", 1))
    assert subprocess.run([*command[: -len(pages)], str(broken)], capture_output=True).returncode == 1


@pytest.mark.browser
@pytest.mark.parametrize("path", [*ADDRESSES, *CARDS, "/404.html"])
def test_every_target_is_large_enough_and_every_page_bears_large_text(visit: Callable, path: str) -> None:
    page = visit(path, width=360)
    # WCAG 2.5.8: 24 pixels, but for links within a sentence.
    small = page.locator("a[href], button, summary, input, select").evaluate_all("""all => all.filter((one) => {
        const box = (one.closest("label") ?? one).getBoundingClientRect();
        const inSentence = getComputedStyle(one).display === "inline";
        if (!box.width || inSentence || one.closest(".unseen, .skip, .heads")) return false;
        return box.width < 23.9 || box.height < 23.9;
    }).map((one) => `${one.outerHTML.slice(0, 90)} ${one.offsetWidth}x${one.offsetHeight}`)""")
    assert small == []
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.browser
@pytest.mark.parametrize("path", ("/", "/ru/", "/en/", "/timeline/", "/parallel/", "/p/12/"))
def test_all_of_the_interface_is_reached_by_keyboard_on_a_small_phone(visit: Callable, path: str) -> None:
    page = visit(path, width=320, height=640)
    wanted = page.evaluate("""() => [...document.querySelectorAll("a[href], button, summary, input, select")]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("[popover], [hidden]"))
        .map((one, nth) => (one.dataset.nth = nth)).length""")
    reached = set()
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        nth = page.evaluate("document.activeElement?.dataset?.nth ?? ''")
        # What has the focus is to be seen, with a ring around it.
        if nth and nth not in reached and len(reached) % 9 == 0:
            ring = page.evaluate("""() => { const one = document.activeElement; const box = one.getBoundingClientRect();
                return [parseFloat(getComputedStyle(one).outlineWidth), box.bottom > 0 && box.top < innerHeight]; }""")
            assert ring[0] >= 2 and ring[1], nth
        reached.add(nth)
    assert len(reached - {""}) == wanted


@pytest.mark.browser
def test_forced_colours_keep_bounds_and_nothing_moves(visit: Callable) -> None:
    page = visit("/", forced_colors="active", reduced_motion="reduce")
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
