"""What the search finds of what it should, beside the theme's default search and Pagefind.

    .venv/bin/python tests/recall.py                 builds nothing: measures site/, or another: tests/recall.py SITE
    .venv/bin/python tests/recall.py --tuned         the half of the queries by which the rules were made
    .venv/bin/python tests/recall.py --misses        what was missed and what was found wrongly, query by query
    .venv/bin/python tests/recall.py --no-peers      this search alone
    .venv/bin/python tests/recall.py --readers FILE  what readers type, from another file, all of it

There are two tables. The first is of single words. They stand in tests/queries: words of the text, each with all of its
forms there, told by hand before there was a rule. A query is answered rightly by the paragraphs, headings and front
matter that have any of these forms. Every other word of a file belongs to the half that was used for making the rules;
the table is of the other half. Recall and precision are those of all queries of a row together. All are asked in one
Chromium; the theme's search and Pagefind each have an index of their own in which every paragraph is a document. The
theme has no Kazakh and takes English.

The second table is of what readers type: questions, topics, dates, slips, wrong keyboards. What has to come back was
judged by reading; see tests/queries/readers.yml. Counted is what is shown before one asks for more.
"""

from __future__ import annotations

import argparse
import html
import re
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml
from support import readers
from support.projects import ROOT
from weight import chromium, serve

sys.path.insert(0, str(ROOT / "scripts"))

from edition.model.addressing import ARTICLE
from edition.model.reader import read_edition
from edition.search import index
from edition.search.words import spelled

RUSSIAN_KEYBOARD = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
READERS = ROOT / "tests/queries/readers.yml"
# Of what readers type: recall, precision, the best among the first, and the part of the queries that may find nothing.
READERS_AIMS = (0.92, 0.80, 0.92, 0.02)
ADDRESS = {"kk": "/search/", "ru": "/ru/search/", "en": "/en/search/"}
# At least so much of the half that was not tuned on: recall, and precision where one is asked for.
AIMS = {
    ("kk", "as written"): (0.97, 0.95),
    ("kk", "Russian keyboard"): (0.95, 0),
    ("kk", "Latin letters"): (0.95, 0),
    ("ru", "as written"): (0.97, 0),
    ("en", "as written"): (0.97, 0),
}
OURS = """
async (queries) => {
  const form = document.querySelector(".find");
  const set = JSON.parse(document.querySelector("main script").textContent);
  self.finders ?? await self.script(form.dataset.engine);
  const finder = await self.finders(set, document.baseURI)(document.documentElement.lang);
  return queries.map((query) => finder.find(query).hits.filter(({ shown }) => shown).map(({ ref }) => ref)
    .filter((ref) => ref.startsWith("index#")).map((ref) => ref.slice("index#".length)));
}
"""
# How long it takes from the keystroke until the hits stand in the page, the engine being there.
KEYSTROKES = """
async (queries) => {
  const [field, box] = [document.querySelector(".find [type=search]"), document.querySelector(".results")];
  const once = (query) => new Promise((done) => {
    const start = performance.now();
    new MutationObserver((_, observer) => {
      observer.disconnect();
      done(performance.now() - start);
    }).observe(box, { childList: true, subtree: true });
    field.value = query;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  const times = [];
  for (const query of queries) times.push(await once(query));
  return times;
}
"""
THEME = """
async (queries) => {
  const { config, docs } = await (await fetch("search/search_index.json")).json();
  const source = JSON.parse(document.getElementById("__config").textContent).search;
  const worker = new Worker(source);
  const answer = (message) => new Promise((done) => {
    worker.onmessage = ({ data }) => done(data);
    worker.postMessage(message);
  });
  await answer({ type: 0, data: { config, docs, options: { suggest: false } } });
  const found = [];
  for (const query of queries) {
    const { data } = await answer({ type: 2, data: query });
    found.push(data.items.flat().map(({ location }) => location.split("#")[1]).filter(Boolean));
  }
  return found;
}
"""
PAGEFIND = """
async (queries) => {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.options({ excerptLength: 5 });
  const found = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    const data = await Promise.all(results.map((result) => result.data()));
    found.push(data.map(({ url }) => url.match(/([\\w-]+)\\.html/)[1]));
  }
  return found;
}
"""


@dataclass(frozen=True)
class Query:
    """What is asked, in which row of the table it counts, and the ids of the units that answer it."""

    words: str
    language: str
    kind: str
    lemma: str
    answers: frozenset[str]


@dataclass
class Score:
    """How many answers were right, how many were given, and how many there are, of all queries of a row."""

    right: int = 0
    given: int = 0
    expected: int = 0

    def add(self, query: Query, given: set[str]) -> None:
        """Count the answers to one query."""
        self.right += len(given & query.answers)
        self.given += len(given)
        self.expected += len(query.answers)

    @property
    def recall(self) -> float:
        """The part of the answers that were given."""
        return self.right / self.expected

    @property
    def precision(self) -> float:
        """The part of what was given that was right."""
        return self.right / self.given if self.given else 1.0


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, nargs="?", default=ROOT / "site", help="the folder of the site (site/)")
    parser.add_argument("--tuned", action="store_true", help="the other half of the queries")
    parser.add_argument("--misses", action="store_true", help="what was missed or wrong, query by query")
    parser.add_argument("--no-peers", action="store_true", help="without the theme's search and Pagefind")
    parser.add_argument("--readers", type=Path, help="a file of queries like tests/queries/readers.yml")
    options = parser.parse_args()
    if not (options.site / "search/index.html").is_file():
        parser.error(f"{options.site} has no search/index.html; scripts/build.py builds the site")
    texts = documents()
    words = list(queries(texts, tuned=options.tuned))
    typed = readers.read(options.readers) if options.readers else readers.half(readers.read(READERS), options.tuned)
    asked = [*words, *typed]
    engines: dict[str, Callable[..., list[list[str]]]] = {
        "this search": lambda browser: ours(browser, options.site, asked)
    }
    if not options.no_peers:
        engines["theme's default"] = lambda browser: peer(browser, theme, THEME, texts, asked)
        if find_spec("pagefind"):
            engines["Pagefind"] = lambda browser: peer(browser, pagefind, PAGEFIND, texts, asked)
        else:
            print("Pagefind is not installed, and left out; scripts/test.py --all installs it.")
    with chromium() as browser:
        found = {name: ask(browser) for name, ask in engines.items()}
        times = keystrokes(browser, options.site, [one.words for one in (*typed, *words) if one.language == "kk"])
    of_words = {name: answers[: len(words)] for name, answers in found.items()}
    of_readers = {name: answers[len(words) :] for name, answers in found.items()}
    half = "tuned on" if options.tuned else "not tuned on"
    show(of_words, words, half)
    print(
        f"\nWhat readers type, {options.readers or half}. Recall / precision / best among the first (find nothing).\n"
    )
    tables = {name: readers.table(typed, answers) for name, answers in of_readers.items()}
    print("\n".join(readers.lines(tables)))
    print(f"\nFrom keystroke to hits in the page: median {statistics.median(times):.0f} ms, most {max(times):.0f} ms.")
    if options.misses:
        show_misses(of_words["this search"], words)
        print("\n".join(readers.missed(typed, of_readers["this search"])))
    missed = [*short_of(of_words["this search"], words), *readers_short_of(tables["this search"]["all"])]
    print("\n" + ("\n".join(missed) or "Every aim is reached."))
    return 1 if missed else 0


def documents() -> dict[str, dict[str, str]]:
    """The units of the article that can be found, by language and id, without its notes."""
    edition = read_edition(ROOT)
    return {
        locale.code: {
            name: text
            for name, text in index.documents(edition, locale)[ARTICLE].items()
            if name not in edition.references
        }
        for locale in edition.locales
    }


def entries(code: str) -> list[dict[str, Any]]:
    """The words of a language, with their forms in the text and further ones to ask for."""
    return yaml.safe_load((ROOT / f"tests/queries/{code}.yml").read_text(encoding="utf-8"))


def queries(texts: dict[str, dict[str, str]], tuned: bool) -> Iterator[Query]:
    """The queries of one half, in every language, with their answers."""
    for code, units in texts.items():
        where: dict[str, set[str]] = defaultdict(set)
        for name, text in units.items():
            for word in spelled(text):
                where[word.lower()].add(name)
        for entry in entries(code)[1 if tuned else 0 :: 2]:
            answers: set[str] = set()
            for form in map(str, entry["forms"]):
                word, _, only = form.partition("@")
                answers |= set(only.split("+")) if only else where[word]
            written = list(dict.fromkeys([entry["lemma"], *entry["queries"]]))
            rows = {"as written": written}
            if code == "kk":
                changed = [word.translate(RUSSIAN_KEYBOARD) for word in written]
                rows["Russian keyboard"] = [new for new, old in zip(changed, written, strict=True) if new != old]
                rows["Latin letters"] = list(dict.fromkeys(entry.get("latin", ())))
            for kind, asked in rows.items():
                for words in asked:
                    yield Query(words, code, kind, entry["lemma"], frozenset(answers))


def ours(browser: Any, site: Path, asked: Sequence[Query | readers.Asked]) -> list[list[str]]:
    """The answers of this search to each query, the best first."""
    found: dict[Query | readers.Asked, list[str]] = {}
    with serve(site) as host:
        for code, path in ADDRESS.items():
            page = browser.new_page()
            page.goto(host.address + path)
            of_language = [query for query in asked if query.language == code]
            answers = page.evaluate(OURS, [query.words for query in of_language])
            found.update(zip(of_language, answers, strict=True))
            page.close()
    units = {code: set(texts) for code, texts in documents().items()}
    return [[one for one in found[query] if one in units[query.language]] for query in asked]


def peer(
    browser: Any,
    made: Callable[[Path, str, dict[str, str]], None],
    script: str,
    texts: dict[str, Any],
    asked: Sequence[Query | readers.Asked],
) -> list[list[str]]:
    """The answers of another search, which `made` makes in a folder for each language, and `script` asks there."""
    found: dict[Query | readers.Asked, list[str]] = {}
    for code, units in texts.items():
        with tempfile.TemporaryDirectory() as folder:
            made(Path(folder), code, units)
            with serve(Path(folder) / "site") as host:
                page = browser.new_page()
                page.goto(f"{host.address}/index.html")
                of_language = [query for query in asked if query.language == code]
                answers = page.evaluate(script, [query.words for query in of_language])
                found.update(zip(of_language, answers, strict=True))
                page.close()
    return [found[query] for query in asked]


def theme(folder: Path, code: str, units: dict[str, str]) -> None:
    """A site of the theme with its default search, in which every unit is a section."""
    language = code if code != "kk" else "en"
    settings = {
        "site_name": "peer",
        "theme": {"name": "material", "language": language, "font": False},
        "plugins": [{"search": {"lang": language}}],
        "markdown_extensions": ["attr_list"],
    }
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    sections = (f"## § {{: #{name} }}\n\n{re.sub(r'([*_`<>#])', r'&#92;1', text)}\n" for name, text in units.items())
    (folder / "docs/index.md").write_text("# peer\n\n" + "\n".join(sections), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env={"NO_MKDOCS_2_WARNING": "1", "PATH": ""})


def pagefind(folder: Path, code: str, units: dict[str, str]) -> None:
    """A site with Pagefind, in which every unit is a page."""
    site = folder / "site"
    site.mkdir()
    (site / "index.html").write_text("<!doctype html><title>peer</title>", encoding="utf-8")
    for name, text in units.items():
        body = f"<!doctype html><html lang={code}><title>{name}</title><body><p>{html.escape(text)}</p></body></html>"
        (site / f"{name}.html").write_text(body, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(site)], check=True, capture_output=True)


def keystrokes(browser: Any, site: Path, words: list[str]) -> list[float]:
    """How long one waits for the answers to queries of the first language, in milliseconds."""
    with serve(site) as host:
        page = browser.new_page()
        page.goto(f"{host.address}{ADDRESS['kk']}?q={words[0]}")
        page.locator(".hit").first.wait_for()
        # The pages that words are taken from are fetched once; that is loading, and not counted.
        page.evaluate(KEYSTROKES, ["заң 1991"])
        return page.evaluate(KEYSTROKES, words[1:60])


def scores(found: list[list[str]], asked: list[Query]) -> dict[tuple[str, str], Score]:
    """The score of each row: a language, and a way of writing."""
    rows: dict[tuple[str, str], Score] = defaultdict(Score)
    for query, given in zip(asked, found, strict=True):
        rows[query.language, query.kind].add(query, set(given))
    return rows


def short_of(found: list[list[str]], asked: list[Query]) -> Iterator[str]:
    """What does not reach its aim."""
    for row, score in scores(found, asked).items():
        recall, precision = AIMS[row]
        if score.recall < recall or score.precision < precision:
            reached = f"{score.recall:.3f} / {score.precision:.3f}"
            yield f"{' '.join(row)}: {reached}; the aim is {recall} / {precision or '-'}"


def readers_short_of(marks: readers.Marks) -> Iterator[str]:
    """What does not reach its aim of what readers type."""
    names = ("recall", "precision", "best among the first")
    for name, reached, aim in zip(names, marks.row, READERS_AIMS, strict=False):
        if reached < aim:
            yield f"what readers type: {name} {reached:.3f}; the aim is {aim}"
    if len(marks.empty) > READERS_AIMS[-1] * marks.queries:
        yield f"what readers type: nothing is found for {', '.join(marks.empty)}"


def show(found: dict[str, list[list[str]]], asked: list[Query], half: str) -> None:
    """Print the table."""
    rows = {name: scores(answers, asked) for name, answers in found.items()}
    print(f"Half of the queries, {half}. Recall / precision.\n")
    print(f"{'':24}{'words':>6}{'queries':>9}" + "".join(f"{name:>20}" for name in rows))
    for row in AIMS:
        of_row = [query for query in asked if (query.language, query.kind) == row]
        if of_row:
            cells = (f"{one[row].recall:.3f} / {one[row].precision:.3f}" for one in rows.values())
            words = len({query.lemma for query in of_row})
            print(f"{' '.join(row):24}{words:6}{len(of_row):9}" + "".join(f"{cell:>20}" for cell in cells))


def show_misses(found: list[list[str]], asked: list[Query]) -> None:
    """Print what was missed and what was wrong."""
    print()
    for query, given in zip(asked, found, strict=True):
        if {*given} != query.answers:
            missed, wrong = sorted(query.answers - {*given}), sorted({*given} - query.answers)
            print(f"{query.language} {query.kind}: {query.words} ({query.lemma}) missed {missed} wrong {wrong}")


if __name__ == "__main__":
    sys.exit(main())
