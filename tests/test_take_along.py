"""The site to take along: whole, checked by its checksum, and readable from a disk."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from edition.model.edition import Edition
from playwright.sync_api import Browser, Page
from support.waiting import until

COPIES = (".br", ".gz")


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stick")
    with zipfile.ZipFile(site / "files/site.zip") as packed:
        packed.extractall(folder)
    return folder


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Page]:
    """A page that opens files; at its end, no file was missing and no script had failed."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page, wrong = context.new_page(), []
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert wrong == []


def test_checksum_is_that_of_the_archive(site: Path) -> None:
    digest = hashlib.sha256((site / "files/site.zip").read_bytes()).hexdigest()
    assert (site / "files/site.zip.sha256").read_text() == f"{digest}  site.zip\n"


def test_it_has_the_whole_site_but_itself(site: Path, unpacked: Path, edition: Edition) -> None:
    def files(folder: Path) -> dict[str, bytes]:
        found = (path for path in folder.rglob("*") if path.is_file() and path.suffix not in COPIES)
        named = {path.relative_to(folder).as_posix(): path for path in found}
        return {name: path.read_bytes() for name, path in named.items() if not name.startswith("dts/")}

    ours, theirs = files(site), files(unpacked)
    assert not (unpacked / "dts").exists()  # what only programs ask a server for
    assert set(ours) - set(theirs) == {"files/site.zip", "files/site.zip.sha256"} and set(theirs) <= set(ours)
    differing = {path for path in theirs if theirs[path] != ours[path]}
    assert differing == {f"{'' if one.original else f'{one.code}/'}data/index.html" for one in edition.locales}
    for path in differing:
        before, after = (lxml.html.fromstring(one[path]) for one in (ours, theirs))
        assert [one.get("href") for one in after.iter("a") if re.search(r"site\.zip|dts/", one.get("href", ""))] == []
        for line in before.xpath("//div[@data-online]"):
            line.getparent().remove(line)
        assert before.text_content().split() == after.text_content().split()


def test_same_files_make_the_same_archive(site: Path) -> None:
    with zipfile.ZipFile(site / "files/site.zip") as packed:
        entries = packed.infolist()
    assert [one.filename for one in entries] == [*map(str, sorted(Path(one.filename) for one in entries))]
    assert len({(one.date_time, one.create_system, one.external_attr) for one in entries}) == 1


@pytest.mark.browser
@pytest.mark.parametrize("code", ("kk", "ru", "en"))
def test_it_is_read_from_a_disk(opened: Page, unpacked: Path, code: str) -> None:
    opened.goto((unpacked / "index.html").as_uri())
    if code != "kk":
        opened.locator(f"header a[hreflang={code}]").first.click()
    until(lambda: opened.locator("html").get_attribute("lang") == code)
    card = opened.locator("#p12 > .number").get_attribute("href")
    opened.goto(opened.evaluate("(href) => new URL(href, location.href).href", card))
    assert "/p/12/index.html" in opened.url and opened.locator(".words").count() == 3
    opened.locator(f".column:lang({code}) [data-formats] a").nth(1).click()
    until(lambda: opened.url.endswith(f"/p/12/{code}.txt"))
