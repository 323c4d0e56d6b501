"""Fixtures: projects to build and to break, the built site, its address, and browsers."""

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
    """Add the option --all."""
    parser.addoption("--engines", action="store_true", help="run tests/test_engines.py in full, in Firefox and WebKit")
    parser.addoption(
        "--all", action="store_true", help="run parametrised and iterating tests over everything, not over a sample"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Configure hypothesis: a fixed set of examples, without deadlines."""
    hypothesis.settings.register_profile(
        "edition",
        max_examples=250 if config.getoption("--all") else 100,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    hypothesis.settings.load_profile("edition")
    # Editions are many small objects with few cycles: garbage collection would take a quarter of the time.
    gc.set_threshold(200_000, 20, 20)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark tests that need `published` as slow: few share the cost of its build. Leave out those in all engines."""
    if not config.getoption("--engines"):
        items[:] = [item for item in items if _in_ordinary_run(item)]
    for item in items:
        if "published" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)


def _in_ordinary_run(item: pytest.Item) -> bool:
    """Whether a test runs without --engines: of those in several engines only the short pass in Firefox."""
    parameters = getattr(getattr(item, "callspec", None), "params", {})
    return not item.get_closest_marker("engines") and parameters.get("engine", "firefox") == "firefox"


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder for what all workers of a run share."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "kept"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def built_small(kept: Path) -> Path:
    """The small edition with its site, built once. Do not change it: `small` and `built` are copies."""
    return once_a_run(kept / "small", lambda folder: build(compiled(make_small(folder))))


@pytest.fixture
def built(built_small: Path, tmp_path: Path) -> Path:
    """A fresh copy of the small edition with its site."""
    return copy_of(built_small, tmp_path / "project")


@pytest.fixture
def small(built_small: Path, tmp_path: Path) -> Path:
    """A fresh copy of the small edition, not built yet, but with a filled cache."""
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
    """The real site, built once with build.py."""
    return once_a_run(kept / "real", lambda folder: build(make_real(folder))) / "site"


@pytest.fixture(scope="session")
def published(kept: Path, site: Path) -> Path:
    """The real site, built with SITE_URL; starts with the cache of the first build, since most files are the same."""
    return once_a_run(kept / "published", lambda at: build(copy_of(site.parent, at), SITE_URL=PUBLISHED)) / "site"


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The real edition, loaded but not rendered. Do not change it."""
    return read_edition(ROOT)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The local address of the real site, without a trailing slash."""
    with serve(site) as host:
        yield host


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The Playwright driver."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def fonts(kept: Path) -> dict[str, Path]:
    """The fontconfig configuration of each typeface."""
    folder = once_a_run(kept / "fonts", lettering.make)
    return {face: folder / f"{face}.conf" for face in lettering.FACES}


@pytest.fixture(scope="session")
def chromium(playwright: Playwright, fonts: dict[str, Path]) -> Iterator[Browser]:
    """The local Chromium with narrow fonts."""
    with launch(playwright, fonts["narrow"]) as browser:
        yield browser


@pytest.fixture(scope="session")
def wide_chromium(playwright: Playwright, fonts: dict[str, Path]) -> Iterator[Browser]:
    """The local Chromium with wide fonts."""
    with launch(playwright, fonts["wide"]) as browser:
        yield browser


Visit = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    """Open a page of the real site. A failed request or a console error fails the test."""
    yield from _visits(lambda: chromium, address)


@pytest.fixture
def visit_with(request: pytest.FixtureRequest, address: str) -> Iterator[Visit]:
    """Like `visit`, in the typeface that is the first argument."""
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
        # The browser aborts requests when the reader leaves a page; that is not an error.
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
    """Whether --all was given."""
    return bool(request.config.getoption("--all"))


@pytest.fixture
def walk(exhaustive: bool) -> Callable[[bool], tuple[str, ...]]:
    """The units that a test iterates over: all of them if asked to, or with --all; otherwise a sample of every kind."""
    return lambda every: units() if every or exhaustive else A_FEW
