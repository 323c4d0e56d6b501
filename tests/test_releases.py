"""Releases: a version is held to its words, old words stay, and whoever cites a version is told what has changed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import lxml.etree
import lxml.html
import pytest
import yaml
from edition.citing.cited import citable
from edition.citing.styles import citations
from edition.citing.text import plain
from edition.model.edition import Edition
from edition.text.wording import compared, digests_of, recorded
from playwright.sync_api import Browser
from support.browser import serve
from support.projects import ROOT, build, change, make_small, run

CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n- A word.\n\n"
PAGE = """---
title: {}
description: {}
---

# {} {{: #page-title }}

[[changes]]
"""
TITLES = {"kk": "Өзгерістер", "ru": "Изменения", "en": "Changes"}
WHY = """changes:
- units: [p2]
  languages: [ru]
  words: {kk: 'Себебі.', ru: 'Причина.', en: 'The reason.'}
"""
HOST = "https://host.example/some/path/"


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=N", "-c", "user.email=n@host.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def record_of(folder: Path, version: str) -> dict:
    return yaml.safe_load((folder / f"docs/_data/releases/{version}.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small edition, released as 0.1.0 and, with p2 changed in Russian, as 0.2.0; with its site."""
    folder = make_small(tmp_path_factory.mktemp("releases") / "project")
    (folder / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")
    change(folder, "docs/_data/edition.yml", "search]", "search, changes]")
    for code, title in TITLES.items():
        (folder / f"docs/{code}/changes.md").write_text(PAGE.format(title, title, title), encoding="utf-8")
    build(folder, "--record-anchors")
    assert "git tag -a v0.1.0" in build(folder, "--release", "0.1.0").stdout
    git(folder, "init", "-q")
    git(folder, "add", "docs")
    git(folder, "commit", "-qm", "0.1.0")
    change(folder, "docs/ru/index.md", "первое предложение", "первая мысль")

    refused = run(folder, "scripts/build.py", "--check")
    assert refused.returncode == 1 and "docs/ru/index.md:17:7  REL001  p2" in refused.stdout

    edition = (folder / "docs/_data/edition.yml").read_text(encoding="utf-8")
    change(folder, "docs/_data/edition.yml", "version: 0.1.0", "version: 0.2.0-dev")
    assert "REL003" in build(folder, "--check").stdout
    unsaid = run(folder, "scripts/build.py", "--release", "0.2.0")
    assert unsaid.returncode == 2 and "0.2.0.yml must first say" in unsaid.stderr
    assert "version: 0.1.0" in edition and not record_of(folder, "0.1.0").get("kept")
    (folder / "docs/_data/releases/0.2.0.yml").write_text(WHY, encoding="utf-8")
    done = build(folder, "--release", "0.2.0")
    assert "git tag -a v0.2.0" in done.stdout
    build(folder, SITE_URL=HOST)
    return folder


def test_release_brings_all_places_of_the_version_into_line(released: Path) -> None:
    day = record_of(released, "0.2.0")["released"]
    assert f"version: 0.2.0\nreleased: {day}\n" in (released / "docs/_data/edition.yml").read_text(encoding="utf-8")
    log = (released / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [Unreleased]\n\n## [0.2.0] - {day}\n\n## [0.1.0]" in log


def test_record_keeps_the_words_that_have_changed_and_no_others(released: Path) -> None:
    assert record_of(released, "0.1.0")["kept"] == {"ru": {"p2": "первое предложение;"}}
    assert "kept" not in record_of(released, "0.2.0")


def test_number_must_be_newer(released: Path) -> None:
    done = run(released, "scripts/build.py", "--release", "0.1.5")
    assert done.returncode == 2 and "after 0.2.0" in done.stderr


def test_card_sets_the_old_words_against_the_new_with_the_reason(released: Path) -> None:
    card = lxml.html.parse(str(released / "site/p/2/index.html"))
    (past,) = card.xpath("//*[@id='history-ru']")
    assert past.xpath(".//del/text()") == ["первое предложение;"]
    assert past.xpath(".//ins/text()") == ["первая мысль;"]
    assert "Изменён в версии 0.2.0. Причина." in past.text_content()
    assert past.xpath(".//details/p/text()") == ["первое предложение;"]
    assert "Unchanged since version 0.1.0." in card.xpath("//*[@id='history-en']")[0].text_content()


def test_citations_name_the_release_in_the_address(released: Path) -> None:
    card = lxml.html.parse(str(released / "site/p/2/index.html"))
    addresses = card.xpath("//a[@class='address']")
    assert {one.text for one in addresses} == {f"{HOST}{folder}?v=0.2.0#p2" for folder in ("", "ru/", "en/")}
    assert {one.get("href") for one in addresses} == {f"../../{folder}?v=0.2.0#p2" for folder in ("", "ru/", "en/")}
    assert f"{HOST}ru/?v=0.2.0#p2" in (released / "site/p/2/ru.ris").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ("", "ru/", "en/"))
def test_feed_is_valid(released: Path, folder: str) -> None:
    """By the grammar of RFC 4287, strict for the elements that the feed has."""
    grammar = lxml.etree.RelaxNG(lxml.etree.parse(str(ROOT / "tests/atom.rng")))
    feed = lxml.etree.parse(str(released / f"site/{folder}changes/feed.xml"))
    grammar.assertValid(feed)
    names = {"a": "http://www.w3.org/2005/Atom"}
    ids = feed.xpath("//a:entry/a:id/text()", namespaces=names)
    assert ids == [f"{HOST}{folder}changes/#release-0-{minor}-0" for minor in (2, 1)]
    page = lxml.html.parse(str(released / f"site/{folder}changes/index.html"))
    assert all(page.xpath(f"//h2[@id='{one.partition('#')[2]}']") for one in ids)
    assert page.xpath("//link[@type='application/atom+xml']/@href") == ["feed.xml"]
    feed.find(".//a:entry/a:id", names).text = ""
    feed.find(".//a:updated", names).text = "today"
    assert not grammar.validate(feed)


@pytest.fixture(scope="module")
def reading(released: Path, chromium: Browser) -> Iterator[Callable[[str], str]]:
    """Opens an address of the site; returns what it says of the cited version, and where its link leads."""
    with serve(released / "site") as address:
        page = chromium.new_page()

        def said(path: str) -> str:
            page.goto("about:blank")
            page.goto(f"{address}{path}")
            line = page.locator(".cited-version")
            line.wait_for()
            link = line.locator("a")
            there = link.evaluate("(one) => one.href").removeprefix(address) if link.count() else ""
            return f"{line.inner_text().strip()} {there}".strip()

        yield said
        page.close()


@pytest.mark.browser
def test_who_follows_a_citation_is_told_whether_the_words_are_the_same(
    reading: Callable[[str], str],
) -> None:
    changed = reading("/ru/?v=0.1.0#p2")
    assert changed == "Ссылка на версию 0.1.0: с тех пор текст изменён. Прежний текст /p/2/#history-ru"
    assert reading("/ru/?v=0.2.0#p2") == "Ссылка на версию 0.2.0: с тех пор текст не менялся."
    assert reading("/en/?v=0.1.0#p2") == "Cited from version 0.1.0: the text is the same now."
    assert reading("/?v=0.1.0#introduction").startswith("0.1.0-нұсқаға сілтеме")
    assert reading("/en/?v=0.1.0").endswith("What has changed since /en/changes/")


def test_real_releases_are_recorded_whole(edition: Edition) -> None:
    assert [one.number for one in recorded(edition)][:2] == ["1.0.0", "1.1.0"]
    for release in recorded(edition):
        assert {code: len(words) for code, words in release.words.items()} == {"kk": 83, "ru": 83, "en": 83}


def test_no_word_of_a_release_is_lost(edition: Edition) -> None:
    for locale in edition.locales:
        for release in recorded(edition):
            for name, digest in release.words[locale.code].items():
                known = [
                    one.kept.get(locale.code, {}).get(name)
                    for one in recorded(edition)
                    if one.words[locale.code].get(name) == digest
                ]
                assert digests_of(edition, locale).get(name) == digest or any(known), (
                    release.number,
                    locale.code,
                    name,
                )


def test_unreleased_version_is_called_so_and_not_put_into_addresses(edition: Edition) -> None:
    from dataclasses import replace

    for locale in edition.locales:
        one = replace(citable(edition, locale, "p12"), version="9.9.9-dev")
        unreleased = edition.translator(locale)("version.unreleased")
        for runs in citations(edition, one).values():
            text = plain(runs, one.url or HOST)
            assert "9.9.9-dev" in text and unreleased in text and "?v=" not in text


@pytest.mark.parametrize(
    "old, new, found",
    (
        ("a b c", "a x c", [("same", "a"), ("old", "b"), ("new", "x"), ("same", "c")]),
        ("a b", "a b c", [("same", "a b"), ("new", "c")]),
        ("a b", "b", [("old", "a"), ("same", "b")]),
    ),
)
def test_words_are_set_against_each_other(old: str, new: str, found: list[tuple[str, str]]) -> None:
    assert compared(old, new) == found


def test_every_page_says_version_and_day(site: Path, edition: Edition) -> None:
    for page in (path for path in site.rglob("index.html") if path.relative_to(site).parts[0] != "kk"):
        tree = lxml.html.parse(str(page))
        if tree.xpath("//meta[@name='robots']"):
            continue
        foot = tree.xpath("//footer")[0].text_content()
        assert edition.facts.version in foot and str(edition.facts.released.year) in foot, page
        head = lxml.html.tostring(tree.xpath("/html/head")[0], encoding="unicode")
        assert edition.facts.released.isoformat() in head or edition.facts.released.isoformat() in "".join(
            tree.xpath("//script[@type='application/ld+json']/text()")
        ), page
