"""Where the site stands and who answers for it: SITE_URL, sitemap, robots.txt, responsibility, reports of errors."""

from __future__ import annotations

import json
import urllib.robotparser
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import lxml.etree
import lxml.html
import pytest
from edition.addresses.cards import cards
from edition.model.edition import Edition
from edition.model.site_address import site_address
from playwright.sync_api import Browser
from support.browser import serve
from support.pages import ADDRESSES
from support.projects import PUBLISHED, build, run

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.mark.parametrize(
    "given, wanted",
    (
        ("", ""),
        ("  https://host.example ", "https://host.example/"),
        ("HTTPS://Host.Example:8080/Some/Path", "https://host.example:8080/Some/Path/"),
        ("https://әлем.қаз/жол/", "https://xn--e1ale93d.xn--80ao21a/%D0%B6%D0%BE%D0%BB/"),
        ("https://host.example/a%20b/", "https://host.example/a%20b/"),
    ),
)
def test_address_of_the_site_is_brought_to_form(given: str, wanted: str) -> None:
    assert site_address(given) == wanted == site_address(wanted)


@pytest.mark.parametrize(
    "given, reason",
    (
        ("host.example", "begins with https://"),
        ("ftp://host.example/", "begins with https://"),
        ("https://host.example/a b/", "no spaces"),
        ("https://host.example/a/index.html", "that of a file"),
        ("https://host.example/?page=1", "no ?, # or @"),
        ("https://host.example:port/", "Port could not be cast"),
    ),
)
def test_what_is_no_address_of_a_site_is_refused_in_one_sentence(small: Path, given: str, reason: str) -> None:
    done = run(small, "scripts/build.py", "--check", SITE_URL=given)
    assert done.returncode == 2 and done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("build.py: SITE_URL: ") and reason in line


@pytest.mark.slow
def test_sitemap_has_every_page_that_answers_and_nothing_else(edition: Edition, published: Path) -> None:
    """By the protocol of sitemaps.org and Google's rules for hreflang: a group is the same from each of its pages."""
    tree = lxml.etree.parse(published / "sitemap.xml")
    groups: dict[str, dict[str, str]] = {}
    for url in tree.getroot():
        assert [child.tag for child in url][:2] == [f"{SITEMAP}loc", f"{SITEMAP}lastmod"]
        assert {child.tag for child in url[2:]} <= {f"{XHTML}link"}
        assert url[1].text == edition.facts.released.isoformat()
        groups[url[0].text] = {link.get("hreflang"): link.get("href") for link in url[2:]}
    assert len(groups) == len(tree.getroot())
    assert groups.keys() == {PUBLISHED + path.strip("/") + "/" * (path != "/") for path in ADDRESSES} | {
        PUBLISHED + path for path in cards(edition).values()
    }
    for address, group in groups.items():
        page = lxml.html.parse(published / address.removeprefix(PUBLISHED) / "index.html")
        assert page.xpath("/html/head/link[@rel='canonical']/@href") == [address]
        assert {link.get("hreflang"): link.get("href") for link in page.xpath("//head/link[@hreflang]")} == group
        assert not group or {*group} == {"kk", "ru", "en", "x-default"}
        assert all(groups[other] == group for other in group.values())


@pytest.mark.slow
def test_robots_may_read_everything_and_are_told_of_the_sitemap(published: Path, site: Path) -> None:
    for folder, sitemaps in ((published, [f"{PUBLISHED}sitemap.xml"]), (site, None)):
        rules = urllib.robotparser.RobotFileParser()
        rules.parse((folder / "robots.txt").read_text(encoding="utf-8").splitlines())
        assert rules.can_fetch("any", f"{PUBLISHED}p/12/") and rules.site_maps() == sitemaps


def named(small: Path, contact: str) -> Path:
    """The small edition with everybody named."""
    path = small / "docs/_data/edition.yml"
    people = {"kk": "Е. Есімов", "ru": "Е. Есимов", "en": "E. Esimov"}
    record = {
        "editor": people,
        "translators": [{"into": "en", "name": people}],
        "publisher": people,
        "contact": contact,
    }
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}responsibility: {json.dumps(record, ensure_ascii=False)}\n", encoding="utf-8")
    return small


@pytest.mark.slow
def test_who_answers_is_named_where_known(small: Path, built_small: Path) -> None:
    build(named(small, "https://tracker.example/new?label=text"))
    about = (small / "site/en/about/index.html").read_text(encoding="utf-8")
    assert about.count("<dd>E. Esimov</dd>") == 3 and "not named" in about  # the Russian translator
    assert '<dd><a href="https://tracker.example/new?label=text">' in about
    head = lxml.html.parse(small / "site/en/index.html")
    graph = json.loads(head.findtext(".//script[@type='application/ld+json']"))
    assert graph["editor"]["name"] == graph["translator"][0]["name"] == graph["publisher"]["name"] == "E. Esimov"
    assert head.xpath("//meta[@name='DC.publisher']/@content") == ["E. Esimov"]
    link = lxml.html.parse(small / "site/p/2/index.html").xpath("//*[@id='en']//a[@data-report]/@href")[0]
    assert link.startswith("https://tracker.example/new?label=text&title=Paragraph%202%20%28English")
    unnamed = (built_small / "site/en/about/index.html").read_text(encoding="utf-8")
    assert unnamed.count("<dd>not named</dd>") == 5
    assert not any("data-report" in path.read_text(encoding="utf-8") for path in built_small.rglob("site/**/*.html"))


@pytest.mark.browser
def test_error_is_reported_from_the_card_and_the_menu(small: Path, chromium: Browser) -> None:
    """With address, paragraph, language, version and words; the menu takes the link from the card."""
    build(named(small, "errors@host.example"), SITE_URL=PUBLISHED)
    words = {}
    for code in ("kk", "ru", "en"):
        card = lxml.html.parse(small / "site/p/2/index.html")
        link = urlsplit(card.xpath(f"//*[@id='{code}']//a[@data-report]/@href")[0])
        assert (link.scheme, link.path) == ("mailto", "errors@host.example")
        (subject,), (body,) = parse_qs(link.query)["subject"], parse_qs(link.query)["body"]
        assert "2" in subject and "0.1.0" in subject
        assert f"{PUBLISHED}{'' if code == 'kk' else f'{code}/'}?v=0.1.0#p2" in body
        words[code] = card.xpath(f"//*[@id='{code}']//*[contains(@class, 'words')]")[0].text_content().strip()[:40]
        assert words[code] in body
    with serve(small / "site") as host:
        page = chromium.new_page()
        page.goto(f"{host}/ru/")
        page.locator("#p2 > .number").click()
        page.locator("#unit-menu a[data-report][href^=mailto]").wait_for()
        assert words["ru"] in unquote(page.locator("#unit-menu [data-report]").get_attribute("href"))
        page.close()
