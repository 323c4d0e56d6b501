"""The site as it is used, in the engines of Chromium, Firefox and WebKit.

`test.py --engines` runs everything in all three, and fails if one is missing. Otherwise there is one short pass in
Firefox, where it is installed, since Chromium has all other tests.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from edition.model.edition import Edition
from edition.text.units import units
from pypdf import PdfReader
from support import engines
from support.browser import serve
from support.engines import EngineError, Window
from support.pages import CARDS, FOLDERS, NAMES
from support.projects import once_a_run
from support.sweeping import INVARIANTS, STILL

pytestmark = pytest.mark.browser

NARROWEST = {"chromium": 320, "firefox": 320, "webkit": 450}  # as narrow as the bar of WebKit's own browser
VISIBLE = "document.querySelector(arguments[0])?.checkVisibility()"
SHUT = """(() => {
    const box = document.querySelector(arguments[0]);
    return !box?.checkVisibility() || getComputedStyle(box).position === "static";
})()"""
IN_VIEW = """(() => {
    const { top, bottom, left, right } = document.querySelector(arguments[0]).getBoundingClientRect();
    return top >= 0 && left >= 0 && right <= innerWidth && (bottom <= innerHeight || bottom - top > innerHeight);
})()"""
# What is copied, where no test may read the clipboard.
LISTEN = """(() => {
    const write = async ([item]) => { self.copied = await (await item.getType("text/plain")).text(); };
    Object.defineProperty(navigator, "clipboard", { value: { write }, configurable: true });
    return true;
})()"""
WORDS = """(() => {
    const copy = document.querySelector(arguments[0]).cloneNode(true);
    for (const apparatus of copy.querySelectorAll("[data-apparatus]")) apparatus.remove();
    return copy.textContent.replace(/\\s+/g, " ").trim();
})()"""


@pytest.fixture(scope="module", params=("chromium", "firefox", "webkit"))
def engine(request: pytest.FixtureRequest) -> str:
    """An engine, if it is to be tested; that which is asked for and missing fails the test."""
    asked = request.config.getoption("--engines")
    reason = engines.missing(request.param)
    if asked and reason:
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    return str(request.param)


@pytest.fixture(scope="module")
def window(
    request: pytest.FixtureRequest, engine: str, tmp_path_factory: pytest.TempPathFactory, fonts: dict[str, Path]
) -> Iterator[Window]:
    """A window of the engine."""
    if engine == "chromium":
        context = request.getfixturevalue("chromium").new_context()
        one = engines.in_chromium(context.new_page())
        one.resize(1000)
        yield one
        context.close()
        return
    with engines.window(engine, tmp_path_factory.mktemp(engine) / "profile", fonts["narrow"]) as one:
        one.resize(1000)
        yield one


@pytest.fixture(scope="module")
def below(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site below a folder of a host."""
    root = tmp_path_factory.mktemp("host")
    (root / "some").mkdir()
    (root / "some/path").symlink_to(site)
    with serve(root) as host:
        yield f"{host}/some/path"


@pytest.fixture(scope="module")
def bare(kept: Path, site: Path) -> Iterator[str]:
    """The address of the site for browsers without scripts."""

    def strip(folder: Path) -> None:
        for path in site.rglob("*.html"):
            there = folder / path.relative_to(site)
            there.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text(encoding="utf-8")
            there.write_text(re.sub(r"(?s)<script\b.*?</script>", "", text), encoding="utf-8")
        (folder / "assets").symlink_to(site / "assets")

    with serve(once_a_run(kept / "without-scripts", strip)) as host:
        yield host


def rest(window: Window) -> None:
    """Let the browser draw some frames, in which it does what it still means to do."""
    window.run("self.frames_left = 20")
    window.run("(function draw() { if (self.frames_left) { self.frames_left -= 1; requestAnimationFrame(draw); } })()")
    window.until("self.frames_left === 0")


def on_the_preview(window: Window) -> None:
    """Open a note's preview, and move the pointer onto it."""
    window.point("#n4-a")
    window.until(VISIBLE, "#preview-n4-a")
    middle = window.run(
        """(() => {
            const { left, right, top, bottom } = document.querySelector("#preview-n4-a").getBoundingClientRect();
            return [Math.round((left + right) / 2), Math.round((top + bottom) / 2)];
        })()"""
    )
    window.move(*middle)


def open_menu(window: Window, unit: str) -> None:
    """Open the menu of a unit with events, and wait until they are named: it then keeps its size."""
    window.click(f"#{unit} > .number")
    window.until(VISIBLE, "#unit-menu")
    window.until("document.querySelector('#unit-menu [data-related=events]').textContent.includes(':')")


def test_article_is_read_and_a_note_opened_and_closed(window: Window, below: str, edition: Edition) -> None:
    """The short pass: reading, a note by pointer and keyboard, the menu and its address, a change of language."""
    window.open(f"{below}/ru/")
    words = units(edition, edition.locale("ru"))["p10"].words
    assert " ".join(window.run(WORDS, "#p10").split()) == " ".join(words.split())
    by_keyboard = (lambda: window.run("document.querySelector('#n4-a').focus()"),)
    # On a display without a window manager no window has the focus.
    by_pointer = (lambda: window.point("#n4-a"), lambda: on_the_preview(window))
    for way in (*by_pointer, *(by_keyboard if window.run("document.hasFocus()") else ())):
        window.leave()
        way()
        window.until(VISIBLE, "#preview-n4-a")
        assert window.run(IN_VIEW, "#preview-n4-a")
        window.press("Escape")
        window.until(SHUT, "#preview-n4-a")
        rest(window)  # it does not come back under a pointer that does not move
        assert window.run(SHUT, "#preview-n4-a")
        window.run("document.activeElement.blur()")
    window.run(LISTEN)
    open_menu(window, "p10")
    window.click("#unit-menu [data-copy=address]")
    assert window.until("self.copied") == f"{below}/ru/#p10"
    window.click("#unit-menu a[data-language=en]")
    window.until("location.href === arguments[0] && document.readyState === 'complete'", f"{below}/en/#p10")
    assert window.run("Math.abs(document.querySelector('#p10').getBoundingClientRect().top) < innerHeight")


@pytest.mark.engines
def test_menu_copies_citation_and_words_and_shows_another_language(
    window: Window, below: str, edition: Edition
) -> None:
    window.open(f"{below}/en/")
    window.run(LISTEN)
    open_menu(window, "p12")
    for what, told in (("citation", "para. 12"), ("words", units(edition, edition.locale("en"))["p12"].words[:40])):
        window.run("delete self.copied")
        window.click(f"#unit-menu [data-copy={what}]")
        assert told in window.until("self.copied")
    window.click("#unit-menu [data-peek=kk]")
    window.until(VISIBLE, ".peek")
    assert window.run("document.querySelector('.peek').lang") == "kk"
    window.press("Escape")
    window.until("!document.querySelector('.peek')")


@pytest.mark.engines
@pytest.mark.parametrize("one, other", tuple(permutations(FOLDERS, 2)))
def test_place_is_kept_in_another_language(window: Window, below: str, one: str, other: str) -> None:
    """Within a line of where it was, also once the browser has gone to the address by itself."""
    top = "document.querySelector('#p23').getBoundingClientRect().top"
    window.open(f"{below}/{FOLDERS[one]}")
    # In the middle of the window, where the address alone would not bring it.
    window.run(f"scrollBy({{ top: {top} - innerHeight / 2, behavior: 'instant' }})")
    window.run("document.querySelector('#p23 > .number').click()")
    window.until(VISIBLE, "#unit-menu")
    before = window.run(top)
    window.run("document.querySelector(arguments[0]).click()", f"#unit-menu [data-language={other}]")
    there = f"{below}/{FOLDERS[other]}#p23"
    window.until("location.href === arguments[0] && document.readyState === 'complete'", there)
    window.until(f"Math.abs({top} - arguments[0]) < 3", before)
    rest(window)  # some go to the address once more
    assert abs(window.run(top) - before) < 3


@pytest.mark.engines
def test_search_finds_marks_and_goes_back(window: Window, below: str) -> None:
    """Words are marked in paragraphs with dates too; what was typed, looked at and typed again is in the history."""
    query = "location.pathname.endsWith('/search/') && document.querySelector('.find [name=q]').value"
    window.open(f"{below}/ru/search/")
    window.until("document.activeElement?.name === 'q'")
    window.write("маслихат")
    window.until("document.querySelectorAll('.hit').length > 3")
    window.press("Enter")  # opens the best hit
    window.until("location.pathname.endsWith('/ru/') && document.readyState === 'complete'")
    window.back()
    window.until(f"{query} === 'маслихат'")
    window.run("document.querySelector('.find [name=q]').select()")
    window.write("аким")
    window.until("new URLSearchParams(location.search).get('q') === 'аким'")
    window.back()
    window.until(f"{query} === 'маслихат'")
    window.open(f"{below}/ru/?q=1917#p12")
    # Beside a block within a paragraph WebKit paints no such marks.
    assert window.run("getComputedStyle(document.querySelector('#p12 .dates')).display") == "inline-flex"
    window.until(
        "[...CSS.highlights?.get('found') ?? []].some((range) => range.startContainer.parentElement.closest('#p12'))"
    )


@pytest.mark.engines
def test_other_pages_are_used(window: Window, below: str) -> None:
    window.open(f"{below}/ru/parallel/#p12")
    window.until("[...document.querySelectorAll('#p12 .cell')].every((one) => one.checkVisibility())")
    window.click(".choose label:last-of-type input")
    window.until("[...document.querySelectorAll('#p12 .cell')].filter((one) => one.checkVisibility()).length === 2")
    window.open(f"{below}/en/timeline/#event-1991-02-15")
    assert window.run(IN_VIEW, "#event-1991-02-15")
    ring = "getComputedStyle(document.querySelector(arguments[0]))"
    assert window.run(f"{ring}.backgroundColor", "#event-1991-02-15") != window.run(f"{ring}.backgroundColor", "body")
    window.open(f"{below}/ru/#n4-a")
    assert window.run(f"{ring}.outlineStyle", "#n4-a") == "solid"
    assert window.run(f"{ring}.outlineColor", "#n4-a") not in ("rgba(0, 0, 0, 0)", "transparent")
    window.resize(1440)
    window.open(f"{below}/ru/")
    assert (
        window.run("getComputedStyle(document.querySelector('#preview-n4-a')).hangingPunctuation ?? 'none'") == "none"
    )
    window.resize(1000)


@pytest.mark.engines
def test_without_scripts_everything_leads_somewhere(window: Window, bare: str) -> None:
    window.open(f"{bare}/ru/")
    assert not window.run(VISIBLE, "#unit-menu")
    window.run("document.querySelector('#p12 > .number').click()")
    window.until("location.href === arguments[0]", f"{bare}/p/12/#ru")
    window.open(f"{bare}/ru/")
    window.run("document.querySelector('#n4-a').click()")
    window.until("location.hash === '#n4'")
    window.run("document.querySelector('.languages a[hreflang=en]').click()")
    window.until("location.pathname === '/en/'")
    window.open(f"{bare}/ru/search/?q=x")
    assert window.run("document.querySelectorAll('main a[href*=\"#p\"]').length > 100")


@pytest.mark.engines
def test_search_field_leads_to_the_search_from_a_disk(window: Window, site: Path) -> None:
    window.open((site / "ru/index.html").as_uri())
    window.run("document.querySelector('.site-header [name=q]').value = 'аким'")
    window.run("document.querySelector('.site-header form').requestSubmit()")
    window.until("location.pathname.endsWith('/ru/search/index.html') && document.querySelector('[name=q]')")


@pytest.mark.engines
def test_paper_has_article_and_notes(window: Window, below: str, engine: str) -> None:
    try:
        window.open(f"{below}/ru/")
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(window.pdf())).pages]
    except EngineError as reason:
        pytest.skip(f"{engine} is not printed from: {reason}")
    text = " ".join(" ".join(pages).split())
    assert "Исторические этапы развития местного самоуправления" in text and "Как ссылаться" in text
    window.open(f"{below}/p/12/")
    first = PdfReader(io.BytesIO(window.pdf())).pages[0].extract_text()
    assert "большевиктік төңкеріс" in " ".join(first.split()), "the first page of a card has only its title"
    window.open(f"{below}/ru/parallel/")
    for page in PdfReader(io.BytesIO(window.pdf())).pages:
        lines = [line for line in page.extract_text().splitlines() if line.strip()]
        assert len(lines) > 4, lines


@pytest.mark.engines
@pytest.mark.parametrize("path", (*(f"/ru/{name}" for name in NAMES), *CARDS, "/", "/en/timeline/", "/404.html"))
def test_pages_hold_at_every_width(window: Window, engine: str, path: str, site: Path) -> None:
    """The invariants of the sweep, in short."""
    with serve(site) as host:
        for width in (390, 768, 1280, 1600):
            window.resize(max(width, NARROWEST[engine]))
            window.open(host + path)
            window.run(f"({STILL})(), {json.dumps(0)}")
            window.run(f"(() => {{ {INVARIANTS} }})()")
            assert window.run("self.sweep.page(false)") == [], width
    window.resize(1000)
