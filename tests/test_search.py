"""The search: the same words at build and in the browser, what it finds, how it is used, what it costs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import brotli
import lxml.html
import pytest
import recall
from edition.model.addressing import ARTICLE
from edition.model.edition import Edition
from edition.model.page import UNIT
from edition.search import index, stemmers
from edition.search.words import spelled, words
from edition.web import assets
from playwright.sync_api import Browser, Page
from support import readers
from support.browser import excess, violations, violations_of_colour, widths
from support.pages import FOLDERS

FIRST_SEARCH = 27_000  # bytes of brotli: engine, stemmer and index of a language
# A word that the text has in other forms, one of those forms, and a paragraph with it.
ASKED = {
    "kk": ("мәслихаттарымыздан", "мәслихат", "p36"),
    "ru": ("маслихатами", "маслихат", "p36"),
    "en": ("maslikhats", "maslikhat", "p36"),
}
# Words apart, a slip or a question; a unit that belongs to the first three; whether it is said what was looked for.
READERS = {
    "kk": (
        ("төртінші кезең", "p20", False),
        ("Шоқан Уәлиханов", "p10", False),
        ("канституция 1978", "p12", True),
        ("v2ckb[fn", "p51", True),
        ("1994 жыл", "p18", False),
    ),
    "ru": (
        ("чем отличается акимат от маслихата", "p36", False),
        ("КазССР", "p13", False),
        ("европейская хартея", "p35", True),
        ("IV этап", "p20", False),
    ),
    "en": (
        ("when will district akims be elected", "p30", False),
        ("igelstrom", "p10", False),
        ("referundum", "p15", True),
        ("October Revolution", "p12", False),
    ),
}
HOSTILE = (
    "ә" * 10_000,
    "жергілікті " * 1_000,
    "<img src=x onerror=alert(1)><script>alert(2)</script>",
    "\"'><svg/onload=alert(3)>",
    ".*+?^${}()|[]\\ (?<x>a)\\1 [^",
    "+бюджет -заң ~2 *:* title:x ^9",
    "🦄👩‍👩‍👧 ☃️",
    "constructor __proto__ hasOwnProperty toString",
    "\u0000\u202e\ufeff ",
    "%00 %E0%A4%A &q=x#y",
    '«“"',
    "---",
)
KEYS = """
async (texts) => {
  const form = document.querySelector(".find");
  const set = JSON.parse(document.querySelector("main script").textContent);
  self.finders ?? await self.script(form.dataset.engine);
  const finder = await self.finders(set, document.baseURI)(document.documentElement.lang);
  return texts.map(finder.keysOf);
}
"""


def hits(page: Page) -> list[str]:
    """The addresses of what is found, from the root of the site."""
    return page.eval_on_selector_all(".hit", "(all) => all.map((one) => one.pathname + one.hash)")


def boxes(page: Page, selector: str) -> list[dict[str, float]]:
    """Where elements stand."""
    return [box for one in page.locator(selector).all() if (box := one.bounding_box())]


def search(page: Page, query: str) -> None:
    """Type a query and wait until what is said of it stands there."""
    page.evaluate("() => document.querySelector('.status').replaceChildren()")
    page.locator(".find [type=search]").fill(query)
    if query:
        page.wait_for_function("() => document.querySelector('.status').textContent")


@pytest.mark.browser
@pytest.mark.parametrize("code", FOLDERS)
def test_build_and_browser_bring_every_word_to_the_same_key(visit: Callable, edition: Edition, code: str) -> None:
    locale = edition.locale(code)
    texts = [text for page in index.documents(edition, locale).values() for text in page.values()]
    forms = sorted({form for text in texts for form in spelled(text)})
    odd = ["15.02.1991", "1991-02-15", "3/9/2007", "99.99.1991", "XIX–XX", "ХІХ ғасыр", "19th", "ҚР-дағы", "ЖОБ-ти"]
    entries = yaml_lemmas(code)
    asked = [*texts, *forms, *odd, *entries]
    page = visit(f"/{FOLDERS[code]}search/")
    expected = [stemmers.keys(edition, locale)(text) for text in asked]
    for text, ours, theirs in zip(asked, expected, page.evaluate(KEYS, asked), strict=True):
        assert ours == theirs, text


def yaml_lemmas(code: str) -> list[str]:
    """The words of the test set, and further forms of them that are not in the text."""
    entries = recall.entries(code)
    return [str(word) for entry in entries for word in [entry["lemma"], *entry["queries"]]]


def test_words_are_what_a_reader_takes_for_words() -> None:
    months = ()
    assert words("15.02.1991", ("қаңтар", "ақпан")) == ["15", "ақпан", "1991"]
    assert words("1991-02-15", ("қаңтар", "ақпан")) == words("15/2/1991", ("қаңтар", "ақпан"))
    assert words("31.12.1991", ("қаңтар", "ақпан")) == ["31", "12", "1991"]
    assert words("XIX–XX ғ.", months) == ["19", "20"]
    assert words("өзін-өзі", months) == ["өзін", "өзі"]
    assert words("akim’s 19th", months) == ["akim", "19"]


@pytest.mark.parametrize(
    "forms",
    (
        ("жыл", "жылғы", "жылы", "жылдың"),
        ("заман", "заманғы"),
        ("бас", "басында", "басынан"),
        ("құрылыс", "құрылысы", "құрылыстың"),
        ("болыс", "болыстар", "болысқа"),
        ("ұлыс", "ұлысының", "ұлыста"),
        ("жұмыс", "жұмысы", "жұмысын", "жұмыстарымыз"),
        ("басшы", "басшысы", "басшысының"),
        ("орын", "орны", "орнына", "орында"),
        ("факт", "фактіге"),
        ("парк", "паркке", "паркі"),
        ("вертикаль", "вертикальға", "вертикалын"),
        ("ансамбль", "ансамбльге", "ансамблі"),
        ("қазақ", "қазақтай"),
        ("хан", "ханындай"),
        ("маңызды", "маңыздырақ"),
        ("төмен", "төменірек"),
    ),
)
def test_forms_of_a_kazakh_word_share_a_key(edition: Edition, forms: tuple[str, ...]) -> None:
    assert len(set(stemmers.keys(edition, edition.locale("kk"))(" ".join(forms)))) == 1


def test_kazakh_words_that_only_look_alike_do_not(edition: Edition) -> None:
    keys = stemmers.keys(edition, edition.locale("kk"))
    for one, other in (
        ("болыс", "болды"),
        ("құрылыс", "құрылды"),
        ("ұсыныс", "ұсынды"),
        ("өзгеріс", "өзгерді"),
        ("бір", "бірдей"),
        ("заң", "заңды"),
        ("ұлыс", "ұлы"),
        ("кіріс", "кір"),
        ("шығыс", "шық"),
        ("қолданыс", "қолдан"),
        ("жарғы", "жарқын"),
        ("елді", "ел"),
    ):
        assert keys(one) != keys(other), one


@pytest.mark.browser
def test_kazakh_words_are_found_in_forms_that_are_seldom_asked(visit: Callable) -> None:
    pairs = {
        "ауылымда": "ауылда",
        "құқығымды": "құқықты",
        "депутатпын": "депутат",
        "азаматпыз": "азамат",
        "мемлекеттей": "мемлекет",
        "маңыздырақ": "маңызды",
    }
    # An adjective, the noun of which it may be the accusative, and a paragraph with the adjective.
    homonyms = (("заңды", "заң", "p9"), ("міндетті", "міндет", "p8"), ("орынды", "орын", "p4"))
    page = visit("/search/")

    def found(words: list[str]) -> list[list[str]]:
        return page.evaluate(recall.OURS, words)

    for asked, rare, plain in zip(pairs, found([*pairs]), found([*pairs.values()]), strict=True):
        assert rare and {*rare} == {*plain}, asked
    for adjective, noun, unit in homonyms:
        both, inflected = found([adjective, noun])
        assert {*inflected} <= {*both} and unit in both[: readers.FIRST], adjective


@pytest.mark.parametrize(
    "bundle", ("finder.js", "search.js", "suffixes.js", "stemmer-ru.js", "stemmer-en.js", "site.js")
)
def test_older_browsers_can_read_the_scripts_of_the_search(edition: Edition, bundle: str) -> None:
    """Safari before 16.4 reads no pattern that looks behind, and Firefox before 104 has no findLast."""
    text = assets.content(edition, bundle)
    assert not re.search(r"\(\?<[=!]|\.findLast", text)


@pytest.mark.browser
def test_search_reaches_its_aims(chromium: Browser, site: Path) -> None:
    asked = list(recall.queries(recall.documents(), tuned=False))
    assert len({query.lemma for query in asked if query.language == "kk"}) >= 60
    assert all(len({one.lemma for one in asked if one.language == code}) >= 30 for code in ("ru", "en"))
    typed = readers.half(readers.read(recall.READERS), tuned=False)
    found = recall.ours(chromium, site, [*asked, *typed])
    assert not list(recall.short_of(found[: len(asked)], asked))
    assert not list(recall.readers_short_of(readers.table(typed, found[len(asked) :])["all"]))


@pytest.mark.parametrize("code", FOLDERS)
def test_every_listed_form_is_a_form_of_the_text(code: str) -> None:
    there = {word.lower() for text in recall.documents()[code].values() for word in spelled(text)}
    for entry in recall.entries(code):
        for form in map(str, entry["forms"]):
            assert form.partition("@")[0] in there, form


@pytest.mark.browser
@pytest.mark.parametrize("code", FOLDERS)
def test_type_arrows_enter_and_the_words_are_marked(visit: Callable, address: str, code: str) -> None:
    query, word, unit = ASKED[code]
    page = visit(f"/{FOLDERS[code]}")
    field = page.locator(".search-field input")
    field.fill("x")
    field.press("Enter")
    page.wait_for_url(f"**/{FOLDERS[code]}search/?q=x")
    box = page.locator(".find [type=search]")
    assert box.input_value() == "x"
    box.fill("")
    box.press_sequentially(query)
    page.wait_for_function("(id) => document.querySelector(`.hit[href$='#${id}']`)", arg=unit)
    assert word in page.locator(".hit mark").first.inner_text().lower()
    assert (
        re.search(r"\d", page.locator(".status").inner_text())
        and page.locator(".status").get_attribute("role") == "status"
    )
    assert all(page.locator(".hit small").all_inner_texts()), "every result says its section"
    page.locator(".order input").nth(1).check()
    page.locator(".results h2").first.wait_for()
    headings = page.locator(".results h2 a")
    assert headings.count() > 1 and headings.first.get_attribute("href")
    page.locator(".order input").first.check()
    page.wait_for_function("() => !document.querySelector('.results h2')")
    box.press("ArrowDown")
    stops = page.locator(".term:not([hidden]), .hit")
    assert stops.first.evaluate("(one) => one === document.activeElement")
    page.keyboard.press("ArrowDown")
    assert stops.nth(1).evaluate("(one) => one === document.activeElement")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    assert box.evaluate("(one) => one === document.activeElement")
    # Sent off, the best hit is gone to; Back leads to the query.
    best = page.locator(".hit").first.get_attribute("href")
    box.press("Enter")
    page.wait_for_url(f"**{quote(best, safe='/?=%#.')}" if best.startswith("/") else f"**/*{best.rpartition('#')[2]}")
    page.go_back()
    page.locator(f".hit[href$='#{unit}']").wait_for()
    assert parse_qs(urlsplit(page.url).query) == {"q": [query]}
    page.locator(f".hit[href$='#{unit}']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/{FOLDERS[code]}?q={quote(query)}#{unit}")
    page.wait_for_function("() => CSS.highlights.get('found')?.size")
    marked = page.evaluate("() => [...CSS.highlights.get('found')].map((one) => `${one}`.toLowerCase())")
    assert len(marked) > 5 and all(one.startswith(word[:6]) for one in marked)
    assert page.locator(f"#{unit}").evaluate("(one) => one.matches(':target')")
    page.go_back()
    page.locator(".hit").first.wait_for()
    page.locator(".find [type=search]").press("Escape")
    page.wait_for_function("() => !document.querySelector('.hit')")
    assert not parse_qs(urlsplit(page.url).query)


@pytest.mark.browser
@pytest.mark.parametrize("code", FOLDERS)
def test_pasting_and_a_shared_address_find_the_same(visit: Callable, code: str) -> None:
    query, _, unit = ASKED[code]
    page = visit(f"/{FOLDERS[code]}search/")
    page.locator(".find [type=search]").focus()
    # As the clipboard, or dictation, puts words in: at once, and without a key.
    page.keyboard.insert_text(query)
    page.locator(f".hit[href$='#{unit}']").wait_for()
    pasted = hits(page)
    page.wait_for_url(f"**/search/?q={quote(query)}")
    other = visit(f"/{FOLDERS[code]}search/?q={quote(query)}")
    other.locator(f".hit[href$='#{unit}']").wait_for()
    assert hits(other) == pasted and len(pasted) > 3


@pytest.mark.browser
@pytest.mark.parametrize("code", FOLDERS)
def test_without_scripts_the_field_leads_to_words_and_names(visit: Callable, edition: Edition, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}about/", java_script_enabled=False)
    page.locator(".search-field input").fill("бюджет")
    page.locator(".search-field input").press("Enter")
    page.wait_for_url(f"**/{FOLDERS[code]}search/?q=*")
    assert not page.locator(".find").is_visible() and page.locator("noscript").count() == 1
    letters = page.locator(".index details:not(.entries)")
    assert letters.count() > 15 and page.locator(".entries a").count() == len(edition.glossary)
    letters.nth(3).locator("summary").click()
    link = letters.nth(3).locator("a").first
    number = link.inner_text()
    link.click()
    page.wait_for_url(f"**/{FOLDERS[code]}#p{number}")


@pytest.mark.parametrize("code", FOLDERS)
def test_index_of_words_has_every_word_with_its_paragraphs(site: Path, edition: Edition, code: str) -> None:
    tree = lxml.html.document_fromstring((site / FOLDERS[code] / "search/index.html").read_bytes())
    keys = stemmers.keys(edition, edition.locale(code))
    listed: dict[str, set[str]] = {}
    for item in tree.xpath("//details[not(@class)]//li"):
        places = {link.get("href").partition("#")[2] for link in item.iter("a")}
        listed.setdefault(keys(item.text)[0], set()).update(places)
    found = index.documents(edition, edition.locale(code))[ARTICLE]
    paragraphs = {name: text for name, text in found.items() if UNIT.fullmatch(name)}
    there: dict[str, set[str]] = {}
    for name, text in paragraphs.items():
        for word in spelled(text):
            for key in keys(word):
                there.setdefault(key, set()).add(name)
    assert len(listed) > 500
    for key, places in listed.items():
        assert there[key] == places, key
    for key, places in there.items():
        assert key in listed or len(places) > len(paragraphs) / 3 or len(key) < 5, key


@pytest.mark.browser
def test_other_keyboards_ranks_and_phrases(visit: Callable) -> None:
    page = visit("/search/?q=құқық")
    page.locator(".hit").first.wait_for()
    exact = hits(page)
    for typed in ("кукык", "quqyq"):
        search(page, typed)
        assert set(hits(page)) == set(exact)
    for typed in ("15.02.1991", "1991-02-15", "15 ақпан 1991"):
        search(page, typed)
        page.locator(".hit[href$='#p15']").wait_for()
    search(page, "жергілікті бюджет")
    assert hits(page)[0].endswith("#p47"), "the whole phrase stands before the words apart"
    search(page, "«жергілікті бюджет»")
    assert len(hits(page)) == 1 and hits(page)[0].endswith("#p47")
    search(page, "өзін-өзі")
    assert all("өзін-өзі" in one.lower() for one in page.locator(".hit").all_inner_texts()[:5])


@pytest.mark.browser
@pytest.mark.parametrize("code", FOLDERS)
def test_what_readers_ask_is_answered(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}search/")
    for query, unit, told in READERS[code]:
        search(page, query)
        assert unit in [one.rpartition("#")[2] for one in hits(page)[:3]], query
        assert (page.locator(".meant").count() == 1) == told, query
    # What fits less well is one press away.
    search(page, READERS[code][0][0])
    rest = page.locator(".rest")
    before = page.locator(".hit").count()
    rest.click()
    page.wait_for_function("(count) => document.querySelectorAll('.hit').length > count", arg=before)
    assert rest.count() == 0
    assert page.locator(".hit").nth(before).evaluate("(one) => one === document.activeElement")


@pytest.mark.browser
def test_back_leads_to_each_query_that_was_sent(visit: Callable, address: str) -> None:
    page = visit("/search/?q=" + quote("құрылтай"))
    page.locator(".hit").first.wait_for()
    page.locator(".find [type=search]").fill("султан")
    page.wait_for_url("**?q=" + quote("султан"))
    page.locator(".find [type=search]").fill("сұлтан")
    page.wait_for_url("**?q=" + quote("сұлтан"))
    page.go_back()
    page.wait_for_function("() => document.querySelector('.find [type=search]').value === 'құрылтай'")
    # The other languages take the query with them.
    page.locator(".languages a[hreflang=ru]").click()
    page.wait_for_url(f"{address}/ru/search/?q={quote('құрылтай')}*")
    page.locator(".hit[href$='#p8']").wait_for()


@pytest.mark.browser
def test_nothing_here_but_elsewhere(visit: Callable, address: str) -> None:
    page = visit("/search/?q=" + quote("самодержавие"))
    link = page.locator(".status a")
    link.wait_for()
    assert re.search(r"\d+$", link.inner_text()) and page.locator(".hit").count() == 0
    assert page.locator(".index").is_visible()
    link.click()
    page.wait_for_url(f"{address}/ru/search/?q=*")
    page.locator(".hit").first.wait_for()
    search(page, "ъыъ")
    page.wait_for_function("() => !document.querySelector('.hit')")
    assert page.locator(".status a").count() == 0 and page.locator(".status").inner_text()


@pytest.mark.browser
def test_all_languages_are_aligned(visit: Callable) -> None:
    page = visit("/search/?q=" + quote("мәслихат"))
    page.locator(".hit").first.wait_for()
    page.locator(".find [name=all]").check()
    page.locator(".aligned").first.wait_for()
    told = "(one) => [one.hash, one.lang, one.querySelector('mark')?.textContent]"
    rows = page.eval_on_selector_all(".aligned", f"(all) => all.map((row) => [...row.children].map({told}))")
    assert len(rows) > 10
    for row in rows:
        # The second list of keywords is in English only.
        there = [(anchor, language) for anchor, language, _ in row if anchor]
        assert len({anchor for anchor, _ in there}) == 1 and len(row) == 3
        assert [language for _, language in there] == ["", "ru", "en"] or there == [("#keywords-2", "en")]
    # The glossary has the word of each language, which is marked there.
    assert any(all(mark for *_, mark in row) for row in rows)
    page.wait_for_url("**all=1")


@pytest.mark.browser
@pytest.mark.parametrize("query", ("масл", "жергілікті бюджет&all=1", "самоуправление"))
def test_axe_finds_nothing_in_results(visit: Callable, query: str) -> None:
    page = visit(f"/search/?q={query}")
    page.wait_for_function("() => document.querySelector('.status').textContent")
    for width in widths(page, 360, 1280):
        page.emulate_media(color_scheme="light")
        # The index of words below is as on the page without a query.
        assert violations(page, ".find", ".results") == [], width
        assert violations_of_colour(page, "dark", ".find", ".results") == [], width
        assert excess(page) <= 0, width


@pytest.mark.browser
def test_suggestions_from_the_glossary(visit: Callable) -> None:
    page = visit("/search/")
    # They stand in one line; the others behind a button.
    search(page, "заң")
    more = page.locator(".suggested .more")
    assert len({round(one["y"]) for one in boxes(page, ".term:not([hidden])")}) == 1
    more.click()
    assert len({round(one["y"]) for one in boxes(page, ".term:not([hidden])")}) > 1 and more.count() == 0
    search(page, "")
    page.locator(".find [type=search]").press_sequentially("масл")
    button = page.locator(".suggested button").first
    button.wait_for()
    assert button.inner_text() == "мәслихат"
    button.click()
    page.wait_for_function("() => document.querySelector('.find [type=search]').value === 'мәслихат'")
    page.locator(".hit[href$='#p36']").wait_for()


@pytest.mark.browser
@pytest.mark.parametrize("code", FOLDERS)
def test_no_query_breaks_or_injects_anything(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}search/")
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    before = page.evaluate("() => document.querySelectorAll('main img, main svg, main script').length")
    for query in HOSTILE:
        page.locator(".find [type=search]").fill("")
        page.wait_for_function("() => !document.querySelector('.status').textContent")
        page.locator(".find [type=search]").fill(query)
        if query.strip():
            page.wait_for_function("() => document.querySelector('.status').textContent")
        assert page.evaluate("() => document.querySelectorAll('main img, main svg, main script').length") == before
    search(page, ASKED[code][0])
    page.locator(".hit").first.wait_for()


@pytest.mark.browser
def test_shared_hostile_addresses_break_nothing(visit: Callable) -> None:
    """The search comes to an end with them, and the fixture fails the test where a script does not."""
    for query in HOSTILE[2:]:
        page = visit(f"/?q={quote(query)}#p3")
        page.wait_for_function("() => CSS.highlights.has('found')")


@pytest.mark.browser
def test_nothing_is_fetched_before_the_reader_searches(visit: Callable) -> None:
    page = visit("/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if re.search(r"finder|search|stemmer|suffixes", url)]


@pytest.mark.browser
def test_where_the_index_cannot_be_had_that_is_said(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.route("**/search-kk.*", lambda route: route.abort())
    page.goto(f"{address}/search/?q=заң")
    page.wait_for_function("() => document.querySelector('.status').textContent")
    assert page.locator(".index").is_visible() and page.locator(".hit").count() == 0
    page.close()


@pytest.mark.browser
def test_from_a_memory_stick_the_field_leads_to_the_index_of_words(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    page.goto((site / "ru/index.html").as_uri())
    page.locator(".search-field input").fill("бюджет")
    page.locator(".search-field input").press("Enter")
    page.wait_for_url("**/ru/search/index.html?q=*")
    page.wait_for_function("() => document.querySelector('.status').textContent")
    assert page.locator(".index").is_visible() and page.locator(".hit").count() == 0
    page.close()


def test_first_search_is_light(site: Path) -> None:
    def size(pattern: str) -> int:
        return sum(len(brotli.compress(path.read_bytes())) for path in site.glob(f"assets/{pattern}"))

    engine = size("finder.*.js")
    assert engine + size("search-kk.*.json") + size("suffixes.*.js") <= FIRST_SEARCH
    for code in ("ru", "en"):
        assert engine + size(f"search-{code}.*.json") + size(f"stemmer-{code}.*.js") <= FIRST_SEARCH
