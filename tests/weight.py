"""Measures the transfer size of the pages of a built site, and their paint times on a slow phone.

    .venv/bin/python tests/weight.py                         site/, or another folder: tests/weight.py SITE
    .venv/bin/python tests/weight.py --check                 bytes and requests only; status 1 if over budget
    .venv/bin/python tests/weight.py --rounds 9              paint times are medians of nine rounds, not of five
    .venv/bin/python tests/weight.py --lighthouse COMMAND    Lighthouse too: its command, or its cli/index.js

Chromium visits the pages on a local server, which serves them as a host would: compressed with brotli, assets
immutable, everything else to be revalidated. Bytes are those of the bodies as sent; a kB is 1000 bytes. Each page is
compared with its plain page: the same visible text without styles, scripts and surroundings. Measurements of the two
alternate within one run. Milliseconds depend on the machine; the ratios are more meaningful.
"""

from __future__ import annotations

import argparse
import functools
import hashlib
import http.server
import json
import math
import mimetypes
import os
import re
import statistics
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import brotli
from lxml import html
from support.projects import ROOT

PAGES = {
    "article kk": "/",
    "article ru": "/ru/",
    "article en": "/en/",
    "timeline": "/timeline/",
    "glossary": "/glossary/",
    "notes": "/notes/",
    "parallel": "/parallel/",
    "about": "/about/",
    "search": "/search/",
    "card of p12": "/p/12/",
    "card of a section": "/s/results/",
    "404.html": "/404.html",
}
FIRST = "article kk"  # the page from which a reader goes on
# What the reader clicks on the first page to open another.
ACTS = {
    "timeline": ["nav.pages a[href^='timeline/']"],
    "glossary": ["nav.pages a[href^='glossary/']"],
    "notes": ["nav.pages a[href^='notes/']"],
    "about": ["nav.pages a[href^='about/']"],
    "search": [".search-field button"],
    "card of p12": ["#p12 > a.number", "#unit-menu a[data-card]"],
    "parallel": ["nav.pages a[href^='parallel/']"],
    "article ru": ["nav.languages a[hreflang=ru]"],
}

# The maximum of bytes and requests: `first` for the first visit of an article, `before` for its part before the first
# paint, `second` for the next page. The article in another language or in all languages has no budget, nor has the
# search, whose page contains every word of the article. The text-critical notes contain the whole apparatus, whose
# text alone is 11,600 bytes, and the text of the glossary is 10,900: these have separate budgets.
BUDGET = {"first": 36_000, "requests": 6, "before": 24_000, "second": 14_000}
SECOND = {"notes": 17_000, "glossary": 14_500}
ARTICLES = ("article kk", "article ru", "article en")
WHOLE = ("article ru", "parallel", "search")
# The first visits and second pages that have a budget.
BUDGETED = (ARTICLES, tuple(name for name in ACTS if name not in WHOLE))

KINDS = ("document", "style", "script", "picture", "other")
TEXT = re.compile(r"text/|javascript|json|xml")  # the types of files that are compressed
PLAIN = "/-plain"  # where the server has the plain page of each page
DROPPED = ("script", "style", "svg", "img", "template", "noscript", "link", "meta")  # no words to read
KEPT = ("href", "id", "lang")

# A phone on a slow network, with Lighthouse's settings.
SCREEN = {"width": 412, "height": 823}
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SLOWER = 4

# The figures taken from a visit's paints, and from Lighthouse's report.
FIGURES = {"first": "first paint", "largest": "largest paint", "shift": "shift", "blocked": "blocked"}
AUDITS = {
    "first": "first-contentful-paint",
    "largest": "largest-contentful-paint",
    "shift": "cumulative-layout-shift",
    "blocked": "total-blocking-time",
}
SCORES = ("performance", "accessibility", "best-practices", "seo")
REPORTED = ("article kk", "timeline", "parallel", "card of p12", "glossary")  # the pages that Lighthouse is shown
LONGEST = 3 * 60  # seconds of one report

# A task blocks for the time by which it exceeds 50 ms; time before the first paint does not count.
PAINTS = """
() => new Promise((done) => {
  const entries = [];
  for (const type of ["paint", "largest-contentful-paint", "layout-shift", "longtask"])
    new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({ type, buffered: true });
  const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
  const of = (type) => entries.filter((entry) => entry.entryType === type);
  setTimeout(() => {
    const first = of("paint").find((entry) => entry.name === "first-contentful-paint").startTime;
    const after = (task) => Math.min(task.duration, task.startTime + task.duration - first);
    done({
      first,
      largest: of("largest-contentful-paint").at(-1).startTime,
      shift: sum(of("layout-shift").filter((shift) => !shift.hadRecentInput).map((shift) => shift.value)),
      blocked: sum(of("longtask").map((task) => Math.max(0, after(task) - 50))),
    });
  }, 200);
})
"""
# The addresses that the browser reports as blocking the paint: the styles that apply to the screen, and the scripts of
# the head that are not deferred.
BLOCKING = """
() => performance.getEntriesByType("resource")
  .filter((entry) => entry.renderBlockingStatus === "blocking")
  .map((entry) => new URL(entry.name).pathname)
"""
# The icon that the page names, or else the default one.
ICON = "() => { const icon = document.querySelector('link[rel~=icon]'); return icon && new URL(icon.href).pathname; }"
UNASKED = "/favicon.ico"


Figures = dict[str, float]
Pairs = dict[str, tuple[list[Figures], list[Figures]]]  # of each page and of its plain page, an entry for each round


@dataclass(frozen=True)
class Sent:
    """One response of the server: its path, its kind, and the bytes of its body."""

    path: str
    kind: str
    size: int


@dataclass(frozen=True)
class Visit:
    """A first visit: all responses, those needed before the first paint, and the bytes of the plain page."""

    sent: list[Sent]
    before: list[Sent]
    plain: Callable[[], int]  # they are counted when they are asked for


@dataclass(frozen=True)
class Measured:
    """The first visit of each page, and the responses for each page opened after the article."""

    first: dict[str, Visit]
    second: dict[str, list[Sent]]


@dataclass(frozen=True)
class Body:
    """A file's content, and its brotli-compressed form if that is worthwhile."""

    type: str
    stored: bytes
    packed: bytes | None

    @property
    def tag(self) -> str:
        """The entity tag that the browser sends to revalidate its copy."""
        return f'"{hashlib.sha256(self.stored).hexdigest()[:16]}"'

    @property
    def size(self) -> int:
        """How many bytes are sent to a browser that supports brotli."""
        return len(self.packed or self.stored)


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, nargs="?", default=ROOT / "site", help="the folder of the site (site/)")
    parser.add_argument("--check", action="store_true", help="no paints; status 1 if a budget is broken")
    parser.add_argument("--rounds", type=int, default=5, help="how often each paint is measured (5)")
    parser.add_argument("--lighthouse", metavar="COMMAND", help="Lighthouse's command, or the path of its cli/index.js")
    options = parser.parse_args()
    if not (options.site / "index.html").is_file():
        parser.error(f"{options.site} has no index.html; scripts/build.py builds the site")
    with chromium() as browser:
        measured = measure(options.site, browser)
        show_bytes(measured)
        if options.check:
            found = broken(measured)
            print("\n" + ("\n".join(found) or "No budget is broken."))
            return 1 if found else 0
        with serve(options.site) as host:
            print(f"\nLoad {os.getloadavg()[0]:.1f}; median of {options.rounds} rounds, in brackets least and most.")
            show_paints("Chromium", rounds(host, tuple(PAGES), options.rounds, functools.partial(paints, browser)))
            if options.lighthouse:
                report = functools.partial(lighthouse, options.lighthouse)
                found = rounds(host, REPORTED, options.rounds, report)
                show_scores(found)
                show_paints("Lighthouse", found)
    return 0


def measure(
    site: Path, browser: Any, first: Iterable[str] = tuple(PAGES), second: Iterable[str] = tuple(ACTS)
) -> Measured:
    """Visit pages of a site for the first time, and open others from the article; all pages, if none are named."""
    with serve(site) as host:
        visits = {name: _visit(host, browser, PAGES[name]) for name in first}
        return Measured(visits, {name: _go_on(host, browser, ACTS[name]) for name in second})


def broken(measured: Measured) -> list[str]:
    """The exceeded budgets, a line for each."""
    found = []
    for name in ARTICLES:
        visit = measured.first[name]
        found += _over(f"{name}, first visit", total(visit.sent), "bytes", BUDGET["first"])
        found += _over(f"{name}, first visit", len(visit.sent), "requests", BUDGET["requests"])
        found += _over(f"{name}, before the first paint", total(visit.before), "bytes", BUDGET["before"])
    for name, sent in measured.second.items():
        if name not in WHOLE:
            found += _over(f"{name}, after the article", total(sent), "bytes", SECOND.get(name, BUDGET["second"]))
    return found


def total(sent: list[Sent]) -> int:
    """The total bytes of responses."""
    return sum(one.size for one in sent)


def rounds(host: Host, names: tuple[str, ...], count: int, work: Callable[[str], Figures]) -> Pairs:
    """The figures of pages and plain pages, measured alternately; the very first measurement does not count."""
    for path in (PAGES[name] for name in names):
        host.body(path)  # compressed beforehand, so that no visit waits for it
        host.body(PLAIN + path)
    work(host.address + PAGES[names[0]])
    found: Pairs = {name: ([], []) for name in names}
    for _ in range(count):
        for name, (page, bare) in found.items():
            page.append(work(f"{host.address}{PAGES[name]}"))
            bare.append(work(f"{host.address}{PLAIN}{PAGES[name]}"))
    return found


def paints(browser: Any, address: str) -> Figures:
    """The paint times of a page on a slow phone with an empty cache."""
    with visitor(browser) as page:
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", NETWORK)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(address, wait_until="networkidle")
        return page.evaluate(PAINTS)


def lighthouse(command: str, address: str) -> Figures:
    """Lighthouse's scores and paint times of a page for a phone. Exits if there is no report."""
    call = ["node", command] if command.endswith(".js") else [command]
    call += [address, "--quiet", "--output=json", "--output-path=stdout", f"--only-categories={','.join(SCORES)}"]
    environment = {**os.environ, "CHROME_PATH": os.environ["CHROMIUM"]}
    flags = " ".join(["--headless=new", *_flags()])
    done = subprocess.run(
        [*call, f"--chrome-flags={flags}"], capture_output=True, text=True, env=environment, timeout=LONGEST
    )
    if done.returncode:
        raise SystemExit(f"Lighthouse ended with {done.returncode}:\n{done.stderr[-2000:]}")
    report = json.loads(done.stdout)
    figures = {name: report["audits"][audit].get("numericValue", math.nan) for name, audit in AUDITS.items()}
    return figures | {name: 100 * (report["categories"][name]["score"] or 0) for name in SCORES}


@contextmanager
def chromium() -> Iterator[Any]:
    """An installed Chromium, found as test.py finds it."""
    from playwright.sync_api import sync_playwright

    sys.path.insert(0, str(ROOT / "scripts"))
    from test import find_browser

    if reason := find_browser():
        raise SystemExit(f"weight.py: {reason.partition(' or say')[0]}.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=_flags())
        yield browser
        browser.close()


@contextmanager
def visitor(browser: Any) -> Iterator[Any]:
    """A browser page with an empty cache."""
    context = browser.new_context(viewport=SCREEN)
    try:
        yield context.new_page()
    finally:
        context.close()


@contextmanager
def serve(site: Path) -> Iterator[Host]:
    """A local server of this site."""
    with Host(site) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        try:
            yield host
        finally:
            host.shutdown()


class Host(http.server.ThreadingHTTPServer):
    """A server that compresses files, sets their cache lifetimes, and records its responses."""

    daemon_threads = True

    def __init__(self, site: Path) -> None:
        super().__init__(("127.0.0.1", 0), Door)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.site = site.resolve()
        self.sent: list[Sent] = []
        self.known: dict[str, Body | None] = {UNASKED: Body("image/x-icon", b"", None)}

    def body(self, path: str) -> Body | None:
        """The file at a path, if any; it is read and compressed once."""
        if path not in self.known:
            self.known[path] = self._read(path)
        return self.known[path]

    def size(self, path: str) -> int:
        """How many bytes are sent for a path. Raises ValueError if it does not exist."""
        if body := self.body(path):
            return body.size
        raise ValueError(f"the site has no {path}")

    def take(self, icon: str | None = None) -> list[Sent]:
        """The responses since the last call. Raises ValueError if a page requested something that does not exist.

        The icon is left out: it belongs to the browser's window and comes when that likes, or not at all.
        """
        sent, self.sent = [one for one in self.sent if one.path not in (icon, UNASKED)], []
        for one in sent:
            self.size(one.path)
        return sent

    def _read(self, path: str) -> Body | None:
        file = self.site / unquote(path.removeprefix(PLAIN)).lstrip("/")
        file = file / "index.html" if path.endswith("/") else file
        if not file.resolve().is_relative_to(self.site) or not file.is_file():
            return None
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        if path.startswith(PLAIN):
            return _compressed(kind, plain(file.read_text("utf-8")).encode("utf-8"))
        beside = file.with_name(f"{file.name}.br")
        if beside.is_file():
            return Body(kind, file.read_bytes(), beside.read_bytes())
        return _compressed(kind, file.read_bytes())


class Door(http.server.BaseHTTPRequestHandler):
    """Answers one connection."""

    server: Host
    protocol_version = "HTTP/1.1"  # one connection for many requests
    wbufsize = -1  # head and body in one
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        body = self.server.body(path)
        packed = body.packed if body and "br" in re.split(r"[,\s]+", self.headers.get("Accept-Encoding", "")) else None
        known = body is not None and self.headers.get("If-None-Match") == body.tag
        content = (packed or body.stored) if body and not known else b""
        self.server.sent.append(Sent(path, self._kind(), len(content)))
        self.send_response(404 if body is None else 304 if known else 200)
        if body:
            self.send_header("ETag", body.tag)
            text = "; charset=utf-8" if TEXT.search(body.type) else ""
            self.send_header("Content-Type", body.type + text)
            self.send_header("Vary", "Accept-Encoding")
        if packed and not known:
            self.send_header("Content-Encoding", "br")
        kept = "public, max-age=31536000, immutable" if path.startswith("/assets/") else "no-cache"
        self.send_header("Cache-Control", kept)
        if not known:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _kind(self) -> str:
        """What the browser requests the file for."""
        wanted = self.headers.get("Sec-Fetch-Dest", "").replace("image", "picture")
        return wanted if wanted in KINDS and "Sec-Purpose" not in self.headers else "other"


def plain(page: str) -> str:
    """A page with only the visible text of this one."""
    tree = html.document_fromstring(page)
    main = tree.find(".//main")
    for element in list(main.iter()):
        if not isinstance(element.tag, str) or element.tag in DROPPED or {"hidden", "popover"} & set(element.attrib):
            if element.getparent() is not None:
                element.drop_tree()
            continue
        for name in set(element.attrib) - set(KEPT):
            del element.attrib[name]
    main.tag = "body"
    main.attrib.clear()
    main.tail = None
    title = html.Element("title")
    title.text = tree.findtext(".//title")
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    words = html.tostring(title, encoding="unicode") + html.tostring(main, encoding="unicode")
    return f'<!doctype html><html lang="{tree.get("lang")}">{head}{words}</html>'


def show_bytes(measured: Measured) -> None:
    """Print the tables of bytes and requests."""
    rows = []
    for name, visit in measured.first.items():
        kinds = [[one for one in visit.sent if one.kind == kind] for kind in KINDS]
        cells = [_weight(sent) for sent in (visit.sent, *kinds, visit.before)]
        rows.append([name, *cells, _kilobytes(visit.plain()), _ratio(total(visit.sent), visit.plain())])
    _table(["first visit, kB (requests)", "all", *KINDS, "before paint", "plain page", "all : plain"], rows)
    rows = [[name, _weight(sent)] for name, sent in measured.second.items()]
    _table(["after the article, kB (requests)", "all"], rows)


def show_paints(by: str, found: Pairs) -> None:
    """Print the tables of paints, of pages and plain pages."""
    for names, unit, digits in ((("first", "largest"), ", ms", 0), (("shift", "blocked"), "", 2)):
        rows = []
        for name, pair in found.items():
            row = [name]
            for figure in names:
                page, bare = ([taken[figure] for taken in one] for one in pair)
                ratio = _ratio(statistics.median(page), statistics.median(bare))
                row += [_spread(page, digits), _spread(bare, digits), ratio]
            rows.append(row)
        heads = (head for figure in names for head in (FIGURES[figure], "plain page", "ratio"))
        _table([f"{by}{unit}", *heads], rows)


def show_scores(found: Pairs) -> None:
    """Print the scores of pages and plain pages."""
    rows = [
        [f"{name}{words}", *(_spread([taken[score] for taken in one], 0) for score in SCORES)]
        for name, pair in found.items()
        for words, one in zip(("", ", plain page"), pair, strict=True)
    ]
    _table(["Lighthouse, scores", *SCORES], rows)


def _visit(host: Host, browser: Any, path: str) -> Visit:
    """The first visit of a page. Its icon is counted once, even if the browser did not request it."""
    with visitor(browser) as page:
        page.goto(host.address + path, wait_until="networkidle")
        blocking, icon = {path, *page.evaluate(BLOCKING)}, page.evaluate(ICON)
    sent = host.take(icon)
    if icon:
        sent.append(Sent(icon, "picture", host.size(icon)))
    before = [one for one in sent if one.path in blocking]
    return Visit(sent, before, functools.partial(host.size, PLAIN + path))


def _go_on(host: Host, browser: Any, acts: list[str]) -> list[Sent]:
    """The responses when the reader continues from the article."""
    with visitor(browser) as page:
        page.goto(host.address + PAGES[FIRST], wait_until="networkidle")
        icon = page.evaluate(ICON)
        host.take(icon)
        for act in acts[:-1]:
            page.locator(act).first.click()
        with page.expect_navigation(wait_until="networkidle"):
            page.locator(acts[-1]).first.click()
    return host.take(icon)


def _compressed(kind: str, content: bytes) -> Body:
    packed = brotli.compress(content, quality=11) if TEXT.search(kind) else content
    return Body(kind, content, packed if len(packed) < len(content) else None)


def _flags() -> list[str]:
    """Chromium's options: for the superuser, it cannot run in its sandbox."""
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def _over(words: str, found: int, unit: str, most: int) -> list[str]:
    return [f"{words}: {found:,} {unit}, at most {most:,} are allowed"] if found > most else []


def _weight(sent: list[Sent]) -> str:
    return f"{_kilobytes(total(sent))} ({len(sent)})" if sent else "—"


def _kilobytes(size: int) -> str:
    return f"{size / 1000:.1f}"


def _ratio(one: float, other: float) -> str:
    return f"{one / other:.2f}" if other and math.isfinite(one) and math.isfinite(other) else "—"


def _spread(found: list[float], digits: int) -> str:
    """The median of a figure, with minimum and maximum if they differ."""
    middle, least, most = (f"{one:,.{digits}f}" for one in (statistics.median(found), min(found), max(found)))
    return middle if least == most else f"{middle} ({least}–{most})"


def _table(head: list[str], rows: list[list[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    print()
    for row in (head, *rows):
        cells = (f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))
        print("   ".join([f"{row[0]:<{widths[0]}}", *cells]), flush=True)


if __name__ == "__main__":
    sys.exit(main())
