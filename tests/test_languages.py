"""Two languages at once, in a real Chromium: changing them keeps the place; peeking; side by side; the first visit."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urljoin

import lxml.html
import pytest
from playwright.sync_api import Browser, Page
from support.browser import arrives, serve
from support.pages import FOLDERS, units
from support.projects import build, change

pytestmark = pytest.mark.browser

WAYS = list(itertools.permutations(FOLDERS, 2))
# A walk that takes each of the six ways once and ends where it began.
WALK = ["kk", "ru", "en", "kk", "en", "ru", "kk"]
TOP = "(id) => document.getElementById(id).getBoundingClientRect().top"


def switch(page: Page, code: str) -> None:
    """Press a language in the header, and wait until its page stands."""
    with page.expect_navigation(wait_until="load"):
        page.locator(f".languages a[hreflang={code}]").click()
    # The frame after the page has loaded is when its place is final.
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.parametrize("share", range(3))
def test_every_unit_keeps_its_place(visit: Callable, walk: Callable, share: int) -> None:
    """Open at the unit and change the language: the same unit, at the same height within two pixels.

    Each unit one way, and the next unit the way that begins where that one ended: some ten units each way.
    """
    page = visit("/")
    for way, unit in zip(itertools.cycle(itertools.pairwise(WALK)), walk(True)[share::3], strict=False):
        page.evaluate("(id) => { location.hash = id; }", unit)
        switches_in_place(page, unit, way)


def test_units_keep_their_place_in_every_direction(visit: Callable, walk: Callable) -> None:
    """The same, six ways: a few units, or with --all every one."""
    assert sorted(itertools.pairwise(WALK)) == sorted(WAYS)
    page = visit("/")
    for unit in walk(False):
        page.evaluate("(id) => { location.hash = id; }", unit)
        switches_in_place(page, unit, WALK)


def test_unit_is_brought_back_where_the_browser_goes_to_it_late(visit: Callable) -> None:
    """Some go to the fragment once more, after all has loaded and the place was corrected; not once the reader acts."""
    page = visit("/#p30")
    page.mouse.wheel(0, -200)
    page.wait_for_function("() => document.getElementById('p30').getBoundingClientRect().top > 200")
    height = page.evaluate(TOP, "p30")
    switch(page, "ru")
    page.evaluate("document.getElementById('p30').scrollIntoView()")
    page.wait_for_function(f"() => Math.abs(({TOP})('p30') - {height}) <= 2")
    page.keyboard.press("Shift")
    page.evaluate("scrollTo(0, 0)")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("scrollY") == 0


def switches_in_place(page: Page, unit: str, codes: Sequence[str]) -> None:
    """See to it that a unit stays where it is while the language is changed to each of these from the one before."""
    for before, code in itertools.pairwise(codes):
        height = page.evaluate(TOP, unit)
        switch(page, code)
        assert page.url.endswith(f"/{FOLDERS[code]}#{unit}"), (unit, before, code)
        assert page.locator("html").get_attribute("lang") == code
        assert abs(page.evaluate(TOP, unit) - height) <= 2, (unit, before, code)
        assert 0 <= height < 800


@pytest.mark.parametrize("way", WAYS, ids="-".join)
@pytest.mark.parametrize("width", (360, 1280))
def test_paragraph_that_is_being_read_is_kept(
    visit: Callable, exhaustive: bool, way: tuple[str, str], width: int
) -> None:
    """Nothing in the address: the unit at the top of the view, wherever the reader is. Each way with other units."""
    before, code = way
    page = visit(f"/{FOLDERS[before]}", width=width)
    places = ("p3", "p15", "p24", "results-stages", "p50")
    at = WAYS.index(way) + (width == 360)
    for unit in places if exhaustive else (places[at % 5], places[(at + 2) % 5])[: 2 if width == 1280 else 1]:
        page.goto(page.url.split("#")[0])
        page.evaluate(f"scrollTo(0, scrollY + ({TOP})('{unit}') - 70)")
        height = page.evaluate(TOP, unit)
        switch(page, code)
        arrives(page, f"#{unit}")
        assert abs(page.evaluate(TOP, unit) - height) <= 2
        page.go_back()
        arrives(page, f"/{FOLDERS[before]}")
        assert abs(page.evaluate(TOP, unit) - height) <= 2


@pytest.mark.parametrize("path, anchor", (
    ("timeline/", "event-1991-02-15"), ("glossary/", "t-maslikhat"), ("notes/", "tc-p10-11"), ("parallel/", "p33"),
))  # fmt: skip
def test_other_pages_keep_the_place_too(visit: Callable, path: str, anchor: str) -> None:
    page = visit(f"/ru/{path}#{anchor}")
    height = page.evaluate(TOP, anchor)
    for code in ("kk", "en", "ru"):
        switch(page, code)
        arrives(page, f"/{FOLDERS[code]}{path}#{anchor}")
        assert abs(page.evaluate(TOP, anchor) - height) <= 2


def test_long_paragraph_read_to_its_end_is_still_in_view(visit: Callable) -> None:
    page = visit("/", height=500)
    page.evaluate("scrollTo(0, scrollY + document.getElementById('p9').getBoundingClientRect().bottom - 110)")
    switch(page, "en")
    arrives(page, "/en/#p9")
    assert page.evaluate("document.getElementById('p9').getBoundingClientRect().bottom") > 30


def test_top_of_a_page_leads_to_the_top(visit: Callable, address: str) -> None:
    page = visit("/ru/timeline/")
    switch(page, "kk")
    arrives(page, f"{address}/timeline/")
    assert page.evaluate("scrollY") == 0


def test_every_unit_leads_to_itself_in_each_language_without_scripts(site: Path) -> None:
    """From the number to the card, from the card to the unit in the other language: every unit, six ways, as HTML."""
    trees = {}

    def tree(path: str) -> lxml.html.HtmlElement:
        if path not in trees:
            trees[path] = lxml.html.document_fromstring((site / path / "index.html").read_bytes())
        return trees[path]

    count = 0
    for (before, code), unit in itertools.product(WAYS, units()):
        here = FOLDERS[before]
        holder = tree(here).get_element_by_id(unit)
        number = holder.find("a[@class='number']")
        number = number if number is not None else holder.getparent().find("a[@class='number']")
        card = urljoin(f"/{here}", number.get("href")).partition("#")[0].lstrip("/")
        (link,) = tree(card).xpath(f"//section[@id='{code}']//a[@class='there']/@href")
        there, _, anchor = urljoin(f"/{card}", link).partition("#")
        assert (there, anchor) == (f"/{FOLDERS[code]}", unit)
        assert tree(there.lstrip("/")).get_element_by_id(anchor) is not None
        count += 1
    assert count == 6 * 66


@pytest.mark.parametrize("way", WAYS, ids="-".join)
def test_unit_s_own_links_change_the_language_without_scripts(visit: Callable, way: tuple[str, str]) -> None:
    before, code = way
    page = visit(f"/{FOLDERS[before]}#p33", java_script_enabled=False)
    page.locator("#p33 > .number").click()
    page.locator(f"#{code} a.there").click()
    arrives(page, f"/{FOLDERS[code]}#p33")
    assert 0 <= page.locator("#p33").bounding_box()["y"] < 300


def test_languages_have_their_own_names_and_say_which_is_read(visit: Callable) -> None:
    page = visit("/ru/")
    names = page.locator(".languages a .long").all_inner_texts()
    assert names == ["Қазақша", "Русский", "English"]
    assert page.locator(".languages [aria-current]").get_attribute("hreflang") == "ru"
    for code in FOLDERS:
        assert page.locator(f".languages a[hreflang={code}]").get_attribute("lang") == code
    phone = visit("/ru/", width=360)
    assert phone.locator(".languages .short").all_inner_texts() == ["Қаз", "Рус", "Eng"]
    snapshot = phone.locator(".languages").aria_snapshot()
    assert all(f'link "{name}"' in snapshot for name in names)


@pytest.mark.parametrize("unit", ("p8", "p33"))
def test_peek_shows_the_unit_in_place(visit: Callable, address: str, unit: str) -> None:
    page = visit("/ru/")
    page.locator(f"#{unit} > .number").click()
    page.locator("#unit-menu [data-peek=en]").click()
    box = page.locator(f"#peek-en-{unit}")
    box.wait_for()
    there = visit(f"/en/#{unit}")
    bare = """(one) => {
        const copy = one.cloneNode(true);
        for (const own of copy.querySelectorAll("[data-apparatus], button")) own.remove();
        return copy.textContent.replace(/\\s+/g, " ").trim();
    }"""
    assert box.evaluate(bare) == there.locator(f"#{unit}").evaluate(bare)
    assert box.get_attribute("lang") == "en" and page.url == f"{address}/ru/"
    assert page.get_by_role("region", name="English").count() == 1
    assert box.evaluate("element => element === document.activeElement")
    ids = page.locator("[id]").evaluate_all("all => all.map((one) => one.id)")
    assert len(ids) == len(set(ids))
    page.keyboard.press("Escape")
    assert box.count() == 0
    assert page.locator(f"#{unit} > .number").evaluate("element => element === document.activeElement")


def test_notes_in_a_peek_work(visit: Callable, address: str) -> None:
    page = visit("/")
    page.locator("#p8 > .number").click()
    page.locator("#unit-menu [data-peek=ru]").click()
    note = page.locator("#peek-ru-p8 .note-mark > a")
    note.focus()
    preview = page.locator("#peek-ru-p8 .preview").first
    assert preview.is_visible() and "Источник" in preview.inner_text()
    page.keyboard.press("Escape")
    assert preview.is_hidden() and page.locator("#peek-ru-p8").is_visible()
    note.click()
    arrives(page, f"{address}/ru/#n1")


def test_same_key_closes_a_peek_and_its_page_is_fetched_once(visit: Callable) -> None:
    page = visit("/en/")
    asked = []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith("/ru/") else None)
    for unit in ("p3", "p4"):
        for count in (1, 0):
            page.locator(f"#{unit} > .number").focus()
            page.keyboard.press("Enter")
            page.locator("#unit-menu").wait_for()
            page.locator("#unit-menu [data-peek=ru]").focus()
            page.keyboard.press("Enter")
            page.wait_for_function(f"() => document.querySelectorAll('#peek-ru-{unit}').length === {count}")
    assert len(asked) == 1


@pytest.mark.parametrize("code", FOLDERS)
def test_menu_leads_to_the_row_side_by_side(visit: Callable, address: str, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}")
    page.locator("#p41 > .number").click()
    page.locator("#unit-menu [data-parallel]").click()
    arrives(page, f"{address}/{FOLDERS[code]}parallel/#p41")
    assert 0 <= page.evaluate(TOP, "p41") < 200


@pytest.mark.parametrize("scripts", (True, False))
@pytest.mark.parametrize("width", (360, 1280))
def test_columns_are_chosen_without_scripts_and_remembered_with(visit: Callable, scripts: bool, width: int) -> None:
    page = visit("/ru/parallel/", width=width, java_script_enabled=scripts)
    cell = "#p12 .cell[lang={}]"
    assert all(page.locator(cell.format(code)).is_visible() for code in FOLDERS)
    page.get_by_role("checkbox", name="English").uncheck()
    assert page.locator(cell.format("en")).is_hidden() and page.locator(cell.format("kk")).is_visible()
    boxes = [page.locator(cell.format(code)).bounding_box() for code in ("ru", "kk")]
    beside = boxes[0]["y"] == boxes[1]["y"]
    assert beside == (width == 1280) and boxes[0]["width"] > (500 if width == 1280 else 300)
    page.reload()
    assert page.locator(cell.format("en")).is_hidden() == scripts
    for name in ("Русский", "Қазақша", "English"):
        box = page.get_by_role("checkbox", name=name)
        if box.is_checked():
            box.click()
    # The last one stays; without scripts, none is all.
    shown = [code for code in FOLDERS if page.locator(cell.format(code)).is_visible()]
    assert shown == (["kk"] if scripts else list(FOLDERS))


@pytest.mark.parametrize(
    "locale, line", (("ru-RU", "Читать эту страницу по-русски"), ("en-US", "Read this page in English"))
)
def test_first_visit_is_offered_its_language_once(visit: Callable, locale: str, line: str) -> None:
    page = visit("/timeline/", locale=locale)
    offer = page.get_by_role("link", name=line)
    assert offer.is_visible() and page.url.endswith("/timeline/")
    assert page.locator(".offer:visible").get_attribute("lang") == locale[:2]
    offer.click()
    arrives(page, f"/{locale[:2]}/timeline/")
    page.goto(page.url.replace(f"/{locale[:2]}/", "/"))
    assert page.locator(".offer:visible").count() == 0


def test_offer_is_refused_for_good_and_not_made_to_others(visit: Callable) -> None:
    assert visit("/", locale="kk-KZ").locator(".offer:visible").count() == 0
    assert visit("/", locale="de-DE").locator(".offer:visible").count() == 0
    page = visit("/", locale="en-GB")
    page.get_by_role("button", name="Close").click()
    page.goto(page.url)
    assert page.locator(".offer:visible").count() == 0
    assert visit("/", locale="en-GB", java_script_enabled=False).locator(".offer:visible").count() == 0


@pytest.fixture(scope="module")
def sub_folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same site below a path of its host."""
    root = tmp_path_factory.mktemp("host")
    (root / "some").mkdir()
    (root / "some/path").symlink_to(site, target_is_directory=True)

    with serve(root) as host:
        yield f"{host}/some/path"


def test_all_of_it_works_from_a_sub_folder(chromium: Browser, sub_folder: str) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    wrong = []
    page.on("response", lambda reply: wrong.append(reply.url) if reply.status >= 400 else None)
    page.on("request", lambda request: None if request.url.startswith(sub_folder) else wrong.append(request.url))
    page.goto(f"{sub_folder}/ru/#p12")
    height = page.evaluate(TOP, "p12")
    switch(page, "en")
    switch(page, "kk")
    assert page.url == f"{sub_folder}/#p12" and abs(page.evaluate(TOP, "p12") - height) <= 2
    page.locator("#p12 > .number").click()
    page.locator("#unit-menu [data-copy=address]").click()
    page.locator("#unit-menu [role=status]", has_text="Көшірілді").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{sub_folder}/#p12"
    page.locator("#unit-menu [data-peek=ru]").click()
    page.locator("#peek-ru-p12").wait_for()
    page.keyboard.press("Escape")
    page.locator("#p12 > .number").click()
    page.locator("#unit-menu [data-parallel]").click()
    arrives(page, f"{sub_folder}/parallel/#p12")
    page.goto(f"{sub_folder}/p/12/#en")
    page.locator("#en a.there").click()
    arrives(page, f"{sub_folder}/en/#p12")
    context.close()
    assert not wrong


@pytest.mark.parametrize("path", ("", "timeline/", "about/"))
@pytest.mark.parametrize("scripts", (True, False))
def test_folder_of_the_original_leads_to_its_pages(chromium: Browser, address: str, path: str, scripts: bool) -> None:
    page = chromium.new_page(java_script_enabled=scripts)
    page.goto(f"{address}/kk/{path}#page-title")
    page.wait_for_url(f"{address}/{path}{'#page-title' if scripts else ''}")
    assert page.locator("html").get_attribute("lang") == "kk"
    page.close()


@pytest.mark.parametrize("asked, lang, elsewhere", (
    ("/ru/no-such-page/", "ru", None),
    ("/en/glosary/", "en", None),
    ("/no-such-page/", "kk", None),
    ("/de/timeline/", None, ["/timeline/", "/ru/timeline/", "/en/timeline/"]),
    ("/ru/p/12/", "ru", ["/p/12/#ru", "/p/12/#kk", "/p/12/#en"]),
    ("/en/timeline.html", "en", ["/en/timeline/", "/timeline/", "/ru/timeline/"]),
    ("/ru/p/99/", "ru", None),
))  # fmt: skip
def test_missing_page_finds_the_language_and_the_page(
    chromium: Browser, address: str, site: Path, asked: str, lang: str | None, elsewhere: list[str] | None
) -> None:
    page = chromium.new_page()
    missing = (site / "404.html").read_text(encoding="utf-8")
    page.route(f"{address}{asked}", lambda route: route.fulfill(status=404, body=missing, content_type="text/html"))
    page.goto(f"{address}{asked}")
    first = page.locator(".messages > div").first
    assert first.get_attribute("lang") == (lang or "kk")
    assert page.locator("html").get_attribute("lang") == (lang or "kk")
    links = page.locator("[data-elsewhere]:not([hidden]) a").evaluate_all(
        "all => all.map((one) => one.pathname + one.hash)"
    )
    assert links == (elsewhere or [])
    for link in links:
        page.goto(f"{address}{link}")
        assert page.locator("h1").count() == 1
    page.close()


@pytest.mark.parametrize("path", ("ru/notes", "en/notes", "ru", "en", "ru/timeline", "en/glossary"))
def test_foreign_words_in_the_edition_s_own_are_marked(site: Path, path: str) -> None:
    """No Kazakh letter in a Russian or English note, and no Cyrillic one in an English, but in words marked as such."""
    tree = lxml.html.document_fromstring((site / path / "index.html").read_bytes())
    own = path[:2]
    strange = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]" if own == "ru" else "[а-яёәғқңөұүһі]", re.IGNORECASE)
    notes = tree.xpath("//*[contains(@class, 'reason') or contains(@class, 'note') or contains(@class, 'basis')]")
    seen = 0
    for note in notes:
        for piece in note.xpath(".//text()"):
            language = piece.getparent().xpath("string(ancestor-or-self::*[@lang][1]/@lang)")
            if piece.is_tail:
                language = piece.getparent().getparent().xpath("string(ancestor-or-self::*[@lang][1]/@lang)")
            if language == own:
                assert not strange.search(piece), (path, piece)
                seen += 1
    assert seen


def test_visit_that_switches_twice_asks_for_nothing_that_is_not_there(visit: Callable) -> None:
    """The fixture fails the test on any 4xx and on any other host."""
    page = visit("/ru/")
    page.mouse.wheel(0, 3000)
    switch(page, "kk")
    switch(page, "en")
    page.locator(".pages a", has_text="Side by side").click()
    page.wait_for_load_state("networkidle")
    arrives(page, "/en/parallel/")


def test_state_of_the_translations_is_told(small: Path) -> None:
    record = small / "docs/_data/translations.yml"
    record.write_text(re.sub(r"(  p2: ')\w{12}", rf"\g<1>{'0' * 12}", record.read_text(encoding="utf-8")))
    for code in FOLDERS:
        change(small, f"docs/{code}/about.md", "[[facts]]", "[[translations]]\n\n[[facts]]")
    build(small)
    tree = lxml.html.document_fromstring((small / "site/en/about/index.html").read_bytes())
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in tree.xpath("//tbody/tr")]
    assert [cell.text_content() for cell in tree.xpath("//thead//th")][1:] == ["Русский", "English"]
    assert [row[1:] for row in rows] == [["5", "5"], ["4", "4"], ["paragraph 2", "paragraph 2"]]
    assert tree.xpath("//tbody//a/@href") == ["../../ru/#p2", "../#p2"]
