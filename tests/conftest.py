"""The fixtures: projects to build and to break, the built site, its address, a browser."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from edition.model.edition import Edition
from edition.model.reader import read_edition
from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from support import fonts as lettering
from support.browser import PATIENCE, launch, serve
from support.pages import A_FEW, units
from support.projects import PUBLISHED, ROOT, build, compiled, copy_of, make_real, make_small, once_a_run


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that takes every walk to its end."""
    parser.addoption("--all", action="store_true", help="take every walk to its end")


def pytest_configure(config: pytest.Config) -> None:
    """Settle how many hostile examples are tried, always the same ones; none is judged by its time."""
    hypothesis.settings.register_profile(
        "edition",
        max_examples=250 if config.getoption("--all") else 100,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    hypothesis.settings.load_profile("edition")
    # Editions are many small objects, few of them in cycles: looking for these would take a fourth of the time.
    gc.set_threshold(200_000, 20, 20)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Take what needs the site that was built for an address for slow: it is built for few tests."""
    for item in items:
        if "published" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of what is made once a run for all workers."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "kept"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def built_small(kept: Path) -> Path:
    """The small edition with its site, built once. Not to be changed: `small` and `built` are copies."""
    return once_a_run(kept / "small", lambda folder: build(compiled(make_small(folder))))


@pytest.fixture
def built(built_small: Path, tmp_path: Path) -> Path:
    """A fresh copy of the small edition with its site."""
    return copy_of(built_small, tmp_path / "project")


@pytest.fixture
def small(built_small: Path, tmp_path: Path) -> Path:
    """A fresh copy of the small edition, not built yet; but what is kept between builds is there."""
    project = copy_of(built_small, tmp_path / "project")
    shutil.rmtree(project / "site")
    return project


@pytest.fixture
def real(kept: Path, tmp_path: Path) -> Path:
    """A fresh copy of the real edition, not built yet."""
    bare = once_a_run(kept / "real-bare", lambda folder: compiled(make_real(folder)))
    return copy_of(bare, tmp_path / "project")


@pytest.fixture(scope="session")
def site(kept: Path) -> Path:
    """The real site, built once by the command that the README names."""
    return once_a_run(kept / "real", lambda folder: build(make_real(folder))) / "site"


@pytest.fixture(scope="session")
def published(kept: Path, site: Path) -> Path:
    """The real site, built for an address of its own; with what the first build kept, for it compresses much alike."""
    return once_a_run(kept / "published", lambda at: build(copy_of(site.parent, at), SITE_URL=PUBLISHED)) / "site"


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The real edition, read but not rendered. Not to be changed."""
    return read_edition(ROOT)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the real site on this machine, without a slash at the end."""
    with serve(site) as host:
        yield host


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def fonts(kept: Path) -> dict[str, Path]:
    """The configuration for fontconfig of each face."""
    folder = once_a_run(kept / "fonts", lettering.make)
    return {face: folder / f"{face}.conf" for face in lettering.FACES}


@pytest.fixture(scope="session")
def chromium(playwright: Playwright, fonts: dict[str, Path]) -> Iterator[Browser]:
    """A Chromium of this machine with narrow letters."""
    with launch(playwright, fonts["narrow"]) as browser:
        yield browser


@pytest.fixture(scope="session")
def wide_chromium(playwright: Playwright, fonts: dict[str, Path]) -> Iterator[Browser]:
    """The same with wide letters."""
    with launch(playwright, fonts["wide"]) as browser:
        yield browser


Visit = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    """Open a page of the real site; whatever goes wrong on the way (a request, the console) fails the test."""
    yield from _visits(lambda: chromium, address)


@pytest.fixture
def visit_with(request: pytest.FixtureRequest, address: str) -> Iterator[Visit]:
    """Open a page as `visit` does, with the letters of the face that comes first among the arguments."""
    browsers = {"narrow": "chromium", "wide": "wide_chromium"}

    def browser(face: str) -> Browser:
        return request.getfixturevalue(browsers[face])

    yield from _visits(browser, address)


def _visits(browser: Callable[..., Browser], address: str) -> Iterator[Visit]:
    contexts = []
    wrong: list[str] = []

    def open_page(*where: str, width: int = 1280, height: int = 800, **options: object) -> Page:
        *face, path = where
        context = browser(*face).new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        # A request that the browser drops because the reader has gone on to another page is no fault.
        page.on("requestfailed", lambda request: wrong.append(request.url) if "ABORTED" not in request.failure else 0)
        page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(address) else None)
        page.on("response", lambda reply: wrong.append(f"{reply.status} {reply.url}") if reply.status >= 400 else None)
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not wrong


@pytest.fixture(scope="session")
def exhaustive(request: pytest.FixtureRequest) -> bool:
    """Whether every walk is to be taken to its end."""
    return bool(request.config.getoption("--all"))


@pytest.fixture
def walk(exhaustive: bool) -> Callable[[bool], tuple[str, ...]]:
    """The units that a test walks over: all of them where it is asked to, and with --all; else a few of every kind."""
    return lambda every: units() if every or exhaustive else A_FEW
