"""What the tests share: copies of the edition and of the small edition, the built site, a browser."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "edition"
EPOCH = "1700000000"
PUBLISHED = "https://host.example/some/path/"  # where the site of the fixture `published` says that it is


def house(folder: Path, docs: Path) -> Path:
    """A project folder with these docs and all else of the real one; its .venv is the real one's."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(docs, folder / "docs")
    for name in ("overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "requirements.txt", "requirements-dev.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a project folder, as a person would at a terminal."""
    known = {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONDONTWRITEBYTECODE": "1", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, **known, **environment},
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A fresh copy of the small edition, with the words of the real one."""
    folder = house(tmp_path / "house", SMALL / "docs")
    shutil.copy(ROOT / "docs/_data/strings.yml", folder / "docs/_data/strings.yml")
    return folder


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A fresh copy of the real edition."""
    return house(tmp_path / "house", ROOT / "docs")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once by the command that the README names."""
    folder = house(tmp_path_factory.mktemp("site") / "house", ROOT / "docs")
    done = run(folder, "scripts/build.py")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built for an address of its own."""
    folder = house(tmp_path_factory.mktemp("published") / "house", ROOT / "docs")
    done = run(folder, "scripts/build.py", SITE_URL=PUBLISHED)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the real site on this machine, without a slash at the end."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # one connection for many requests

        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """A Chromium of this machine. test.py sees to it that there is one."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CHROMIUM")
    assert path, "run scripts/test.py, which finds a Chromium, or name one in CHROMIUM"
    flags = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: object, address: str) -> Iterator[Callable[..., object]]:
    """Open a page of the real site; whatever goes wrong on the way (a request, the console) fails the test."""
    contexts = []
    wrong: list[str] = []

    def open_page(path: str, width: int = 1280, height: int = 800, **options: object) -> object:
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
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
