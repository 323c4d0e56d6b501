"""A Chromium, and helpers for pages in it. `scripts/test.py` sets CHROMIUM to its path."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

FLAGS = ("--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")
PATIENCE = 20_000  # milliseconds to wait for a condition; a busy machine may be slow
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Selectors take a third of the time, so they are computed only if there are violations.
VIOLATIONS = """async ([include, options]) => {
    const settings = { ...options, resultTypes: ["violations"] };
    const found = await axe.run({ include }, { ...settings, selectors: false });
    if (!found.violations.length) return [];
    const { violations } = await axe.run({ include }, settings);
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target}`));
}"""
# By how many pixels the content overflows the window on the right.
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def launch(playwright: Playwright, fonts: Path) -> Browser:
    """Start the local Chromium with a fontconfig configuration."""
    path = os.environ.get("CHROMIUM")
    assert path, "run scripts/test.py, which finds a Chromium, or name one in CHROMIUM"
    flags = [*FLAGS, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]
    return playwright.chromium.launch(
        executable_path=path, args=flags, env={**os.environ, "FONTCONFIG_FILE": str(fonts)}
    )


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder locally; yields its address, without a trailing slash."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection for many requests

    def log_message(self, *_: object) -> None:
        """Log nothing."""


def violations(page: Page, *where: str, colour: bool = True) -> list[str]:
    """The axe violations of a page or of parts of it, with or without colour contrast."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    rules = {"color-contrast": {"enabled": colour}}
    return page.evaluate(VIOLATIONS, [where or ["html"], {"runOnly": list(RULES), "rules": rules}])


def violations_of_colour(page: Page, scheme: str, *where: str) -> list[str]:
    """The colour contrast violations of a page in a colour scheme, the only rule that depends on it."""
    page.emulate_media(color_scheme=scheme)
    return page.evaluate(VIOLATIONS, [where or ["html"], {"runOnly": ["color-contrast"]}])


def widths(page: Page, *wanted: int) -> Iterator[int]:
    """Resize the window of a page to each of these widths in turn."""
    size = page.viewport_size
    assert size
    for width in wanted:
        page.set_viewport_size({"width": width, "height": size["height"]})
        yield width


def excess(page: Page) -> int:
    """By how many pixels a page is wider than its window."""
    return int(page.evaluate(TOO_WIDE))


def arrives(page: Page, end: str) -> None:
    """Wait until a page has loaded an address that ends like this."""
    page.wait_for_url(lambda url: url.endswith(end))
