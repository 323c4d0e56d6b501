"""Memory: what is computed from an edition is freed with it, so repeated builds do not grow."""

from __future__ import annotations

import gc
import multiprocessing
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from edition.gate import run as gate
from edition.render.whole_pages import convert
from support.projects import make_small

WARM = 3  # rebuilds after which everything that is loaded once is loaded
FILES = 65  # cached YAML files (`model.yaml_data.parse`), and an empty one
MOST = 150  # memory blocks that a rebuild may leave behind; an edition has about 30,000


def rebuild(project: Path, number: int) -> None:
    """Change a paragraph, a glossary expression and an interface text; check, and convert every page."""
    for path, old, new in (
        ("docs/ru/index.md", "{: #p1 }", f"Слово{number}.\n{{: #p1 }}"),
        ("docs/_data/glossary.yml", "match: [", f"match: ['әліпби{number}', "),
        ("docs/_data/strings.yml", "en: ", f"en: {number} "),
    ):
        first = project / f"{path}.first"
        if not first.exists():
            first.write_bytes((project / path).read_bytes())
        text = first.read_text(encoding="utf-8")
        assert old in text
        (project / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    edition, _ = gate.check_source(project)
    assert edition
    for page in edition.pages.values():
        convert(edition, page)


def live_objects() -> Counter[str]:
    """The number of live objects of the edition's classes, by class."""
    gc.collect()
    found = Counter(type(one).__name__ for one in gc.get_objects() if str(type(one).__module__).startswith("edition."))
    assert found.pop("Data", 0) <= FILES
    del found["Place"]  # cached values have many of them
    return found


def count_rebuilds(project: Path, rebuilds: int) -> tuple[Counter[str], Counter[str], list[int]]:
    """The live objects after warming up and at the end, and the memory blocks after each rebuild."""
    blocks = []  # includes what the garbage collector does not track: strings, numbers, caches of both
    for number in range(rebuilds):
        rebuild(project, number)
        if number == WARM:
            before = live_objects()
        if number in (rebuilds // 2, rebuilds - 1):
            gc.collect()  # these are compared, and what awaits collection is not kept
        blocks.append(sys.getallocatedblocks())
    return before, live_objects(), blocks


def test_rebuilding_does_not_grow(tmp_path: Path, exhaustive: bool) -> None:
    small = make_small(tmp_path / "project")
    rebuilds = 200 if exhaustive else 2 * WARM
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as fresh:  # holds no other test's objects
        before, after, blocks = fresh.submit(count_rebuilds, small, rebuilds).result()
    assert not before["Edition"] and not before["Page"]
    assert after == before
    if exhaustive:  # bounded caches are full by now
        assert blocks[-1] - blocks[rebuilds // 2] < MOST * rebuilds
