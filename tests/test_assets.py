"""Style sheets, scripts and pictures: named by content, compressed, minified, covered by the policy, within budget."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import brotli
import jinja2
import lxml.html
import pytest
import weight
import yaml
from edition.model.edition import Edition
from playwright.sync_api import Browser
from support.browser import arrives
from support.projects import ROOT, append, build, run

SOURCES = ROOT / "overrides/assets"
# Every selector of a page, without states such as :hover, and whether it matches anything.
RULES = r"""() => {
    const bare = (selector) => selector
        .replace(/::[\w-]+(\([^)]*\))?/g, "")
        .replace(/:(hover|focus-within|focus-visible|focus|target|checked|open|popover-open)\b/g, "")
        .replace(/:(is|has|not)\(\s*(,\s*)*\)/g, "").trim() || "*";
    const apart = (list) => {
        const parts = [""];
        let depth = 0;
        for (const letter of list) {
            depth += { "(": 1, ")": -1 }[letter] ?? 0;
            if (letter === "," && !depth) parts.push("");
            else parts[parts.length - 1] += letter;
        }
        return parts;
    };
    const found = [];
    const walk = (rules) => {
        for (const rule of rules) {
            for (const one of rule instanceof CSSStyleRule ? apart(rule.selectorText) : []) {
                found.push([one.trim(), document.querySelector(bare(one)) !== null]);
            }
            if (rule.cssRules) walk(rule.cssRules);
        }
    };
    for (const sheet of document.styleSheets) walk(sheet.cssRules);
    return found;
}"""
# The rules of a style sheet as the browser parses them, in order.
READ = r"""(source) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(source);
    // The browser keeps the spaces within custom properties and conditions as they were written.
    const close = (text) => text.replace(/,\s+/g, ",").replace(/(@supports \([\w-]+:) /g, "$1");
    return [...sheet.cssRules].map((rule) => close(rule.cssText));
}"""
SHORTENED = "({ text }) => new Function(text) && text.length"


def bundles() -> dict[str, list[str]]:
    """All bundles, inline and as files, with their sources."""
    read = yaml.safe_load((SOURCES / "bundles.yml").read_text(encoding="utf-8"))
    return read["inline"] | read["files"]


# A page for each inline style sheet that is not named like its page.
INLINE = {"index.css": "index.html", "card.css": "p/1/index.html", "site.css": "404.html"}


def loaded(site: Path, name: str) -> str:
    """The text of a bundle in a built site, by its name in bundles.yml: a file, or inline in a page."""
    stem, _, kind = name.rpartition(".")
    if found := list(site.glob(f"assets/{stem}.*.{kind}")):
        return found[0].read_text(encoding="utf-8")
    page = site / INLINE.get(name, f"{stem}/index.html")
    return lxml.html.document_fromstring(page.read_bytes()).xpath("string(//head/style)")


def test_files_are_named_by_their_content_and_compressed(site: Path) -> None:
    for path in site.glob("assets/*.*.*"):
        if path.suffix in (".css", ".js", ".svg"):
            assert path.name.split(".")[1] == hashlib.sha256(path.read_bytes()).hexdigest()[:10]
    large = [
        path for path in site.rglob("*") if path.suffix in (".html", ".css", ".js") and path.stat().st_size >= 1024
    ]
    assert len(large) > 90
    for path in large:
        raw = path.read_bytes()
        assert brotli.decompress(path.with_name(f"{path.name}.br").read_bytes()) == raw
        assert gzip.decompress(path.with_name(f"{path.name}.gz").read_bytes()) == raw
        assert path.with_name(f"{path.name}.br").stat().st_size < len(raw) / 2


def test_site_has_no_unused_assets(published: Path) -> None:
    # Some are loaded by scripts.
    loading = (*published.rglob("*.html"), *published.glob("assets/*.js"))
    pages = "".join(path.read_text(encoding="utf-8") for path in loading)
    for path in (published / "assets").iterdir():
        if path.suffix not in (".br", ".gz"):
            assert path.name in pages, path.name
    assert not list(published.rglob("*.map")) and "sourceMappingURL" not in pages
    assert not list((published / "assets").glob("*/")), "the theme's own style sheets and scripts"


@pytest.mark.slow
def test_changed_source_changes_the_address(built: Path) -> None:
    before = {path.name for path in (built / "site/assets").iterdir()}
    append(built, "overrides/assets/css/peek.css", ".peek { color: red; }\n")
    build(built)
    changed = before ^ {path.name for path in (built / "site/assets").iterdir()}
    assert len(changed) == 6 and all(name.startswith("unit-menu.") for name in changed)


@pytest.mark.parametrize("line, place", (("site.css: [base.css, bsae.css]", ":7:24"), ("site.css: nothing", ":7:3")))
def test_bundle_with_a_missing_source_is_a_finding(small: Path, line: str, place: str) -> None:
    path = small / "overrides/assets/bundles.yml"
    path.write_text(re.sub(r"site\.css: .*", line, path.read_text(encoding="utf-8")), encoding="utf-8")
    done = run(small, "scripts/build.py")
    assert (
        done.returncode == 1
        and f"overrides/assets/bundles.yml{place}" in done.stdout
        and not done.stderr.count("Trace")
    )


@pytest.mark.browser
def test_minified_style_sheets_parse_like_their_sources(chromium: Browser, site: Path, edition: Edition) -> None:
    page = chromium.new_page()
    for name, sources in bundles().items():
        if name.endswith(".css") and "running-heads.css" not in sources:
            written = "\n".join((SOURCES / "css" / source).read_text(encoding="utf-8") for source in sources)
            rules = page.evaluate(READ, jinja2.Environment().from_string(written).render(edition=edition))
            assert rules and page.evaluate(READ, loaded(site, name)) == rules, name
    page.close()


@pytest.mark.browser
def test_every_css_rule_is_used_somewhere(visit: Callable, address: str) -> None:
    page = visit("/", width=1100)
    used: dict[str, bool] = {}

    def look() -> None:
        for selector, matches in page.evaluate(RULES):
            used[selector] = used.get(selector, False) or matches

    page.locator("#tc-p10-11").hover()
    page.locator("#preview-tc-p10-11").wait_for()
    page.evaluate("document.querySelector('#preview-tc-p10-11').classList.add('below')")
    page.locator("#p15 .dates a").first.focus()
    page.locator("#p15 .dates .preview").wait_for()
    page.locator("#p10 > .number").click()
    page.locator("#unit-menu").wait_for()
    look()
    page.locator("[data-peek=ru]").click()
    page.locator(".peek").wait_for()
    page.evaluate("getSelection().selectAllChildren(document.getElementById('p38'))")
    page.locator(".quote-selected").wait_for()
    look()
    page.keyboard.press("Escape")
    page.locator(".quote-selected").wait_for(state="hidden")
    look()
    page.locator("button.reading").click()
    page.locator(".reading-box").wait_for()
    look()
    page.locator(".reading-box button", has_text="Пернелер").click()
    page.locator(".reading-box dl").wait_for()
    look()
    page.keyboard.press("Escape")
    page.evaluate("() => localStorage.setItem('place', 'p40')")
    page.goto(address + "/")
    page.locator(".resume").wait_for()
    look()
    page.locator("button.scheme").click()
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.locator("button.print").click()
    page.wait_for_function("() => window.printed")
    look()
    page.locator("button.scheme").click()
    look()
    for path in (
        "/ru/",
        "/en/",
        "/timeline/",
        "/glossary/",
        "/notes/",
        "/parallel/",
        "/about/",
        "/search/",
        "/p/12/",
        "/p/23/",
        "/s/results/",
        "/404.html",
    ):
        page.goto(address + path)
        if path == "/parallel/":
            page.locator(".cover select").select_option(index=1)
            page.evaluate("() => { window.print = () => { window.printed = true; }; }")
            page.locator(".choose [name=notes]").check()
            page.locator(".print-columns").click()
            page.wait_for_function("() => window.printed")
        look()
    # A search with its suggestions, one in all languages, one with a slip, one in the order of the text.
    for query in ("заң", "мәслихат&all=1", "канституция 1978", "мәслихат депутаттары&order=text"):
        page.goto(f"{address}/search/?q={query}")
        page.locator(".hit").first.wait_for()
        look()
    # Used only by stale translations.
    rare = {".stale-mark", ".stale-mark > a"}
    # Also excluded: columns for additional languages, and rules that depend on the browser's language.
    assert {
        one for one, is_used in used.items() if not is_used and not one.startswith((".choose:has", ":root[data"))
    } == rare


@pytest.mark.browser
def test_minified_scripts_are_valid(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    for name in bundles():
        if name.endswith(".js") and name != "scheme.js":
            text = loaded(site, name)
            assert "\n//" not in text and page.evaluate(SHORTENED, {"text": text}) == len(text), name
    page.close()


def test_every_page_has_a_strict_policy_that_the_header_file_covers(site: Path) -> None:
    headers = (site / "_headers").read_text(encoding="utf-8")
    stated = re.search(r"Content-Security-Policy: (.*); frame-ancestors 'none'\n", headers)[1]
    assert "immutable" in headers.partition("/assets/*")[2]
    for path in site.rglob("*.html"):
        page = lxml.html.document_fromstring(path.read_bytes())
        policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        assert policy.startswith("default-src 'none'; "), path
        assert not any(loose in policy for loose in ("unsafe", "http", "*", "data:")), path
        assert set(policy.replace(";", "").split()) <= set(stated.replace(";", "").split()), path
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        assert head.index("Content-Security-Policy") < min(head.index("<script"), head.index("<style")), path


@pytest.mark.browser
@pytest.mark.parametrize(
    "bad",
    (
        "<script>document.title = 'broken'</script>",
        "<img src=x onerror=\"document.title='broken'\">",
        "<style>h1 { color: red; }</style><h1 style='color: red'>",
    ),
)
def test_policy_blocks_injected_scripts_and_styles(chromium: Browser, built: Path, bad: str) -> None:
    path = built / "site/en/index.html"
    path.write_text(path.read_text(encoding="utf-8").replace("<article>", f"<article>{bad}"), encoding="utf-8")
    page = chromium.new_page()
    page.goto(path.as_uri())
    assert page.title() != "broken"
    assert page.locator("h1").first.evaluate("one => getComputedStyle(one).color") != "rgb(255, 0, 0)"
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("scripts", (True, False))
def test_site_works_from_a_memory_stick(chromium: Browser, site: Path, scripts: bool) -> None:
    context = chromium.new_context(java_script_enabled=scripts)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto((site / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(253, 252, 248)"
    page.locator("#n3-b").click()
    arrives(page, "/index.html#n3")
    page.locator("nav.contents a[href='#results']").click()
    arrives(page, "#results")
    if scripts:  # without scripts, a folder is shown as a directory listing
        page.locator("header a[hreflang=ru]").click()
        page.wait_for_url("**/ru/index.html*")
        assert page.locator("html").get_attribute("lang") == "ru"
    assert page.locator("#p52").is_visible()
    assert not wrong
    context.close()


@pytest.mark.browser
def test_no_flash_of_the_other_colour_scheme(visit: Callable, address: str) -> None:
    page = visit("/", color_scheme="light")
    page.evaluate("localStorage.setItem('scheme', 'dark')")
    # The first script of the page sets the scheme before the first paint.
    page.add_init_script("""new MutationObserver((_, watch) => {
        if (!document.body) return;
        window.atFirst = getComputedStyle(document.documentElement).colorScheme;
        watch.disconnect();
    }).observe(document, { childList: true, subtree: true });""")
    page.goto(f"{address}/ru/")
    assert page.evaluate("window.atFirst") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 24, 27)"


@pytest.mark.browser
def test_pages_keep_their_budget(chromium: Browser, site: Path, published: Path) -> None:
    assert weight.broken(weight.measure(site, chromium, *weight.BUDGETED)) == []
    # With SITE_URL, the article also contains the address of the site.
    for folder in ("", "ru/", "en/"):
        assert (published / folder / "index.html.br").stat().st_size <= weight.BUDGET["before"]


@pytest.mark.parametrize("code", ("kk", "ru", "en"))
def test_each_language_has_a_share_picture(published: Path, code: str) -> None:
    folder = {"kk": "", "ru": "ru/", "en": "en/"}[code]
    head = lxml.html.document_fromstring((published / folder / "index.html").read_bytes())

    def meta(key: str) -> str:
        return head.xpath(f"string(//meta[@property='{key}']/@content)")

    address = meta("og:image")
    assert address.startswith("https://host.example/some/path/assets/share-")
    raw = (published / "assets" / address.rpartition("/")[2]).read_bytes()
    assert raw.startswith(b"\x89PNG") and (int.from_bytes(raw[16:20]), int.from_bytes(raw[20:24])) == (1200, 630)
    assert len(raw) < 150_000
    assert meta("og:title") and meta("og:title") in head.xpath("string(//title)")
    assert meta("og:url") == f"https://host.example/some/path/{folder}" and meta("og:locale").startswith(code)


def test_no_share_picture_without_an_address(site: Path) -> None:
    head = lxml.html.document_fromstring((site / "index.html").read_bytes())
    assert not head.xpath("//meta[@property='og:image' or @property='og:url']") and head.xpath(
        "//meta[@property='og:title']"
    )
