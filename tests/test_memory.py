"""What is computed from an edition ends with it: however often it is built anew, no more is held."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from pathlib import Path

from edition.gate import run as gate
from edition.render.whole_pages import convert
from support.projects import make_small

WARM = 3  # rebuilds after which all tables are read that are read once
FILES = 65  # YAML files whose values are remembered (`model.yaml_data.parse`), and one that is empty
MOST = 150  # blocks of memory that a rebuild may leave behind; an edition holds some 30,000


def rebuild(project: Path, number: int) -> None:
    """Change a paragraph, a term's expression and a word of the interface; check, and convert every page."""
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


def held() -> Counter[str]:
    """How many objects of the edition's classes there are, by class."""
    gc.collect()
    found = Counter(type(one).__name__ for one in gc.get_objects() if str(type(one).__module__).startswith("edition."))
    assert found.pop("Data", 0) <= FILES
    del found["Place"]  # of which those values have many
    return found


def test_rebuilding_holds_no_more_than_building_once(tmp_path: Path, exhaustive: bool) -> None:
    small = make_small(tmp_path / "project")
    rebuilds = 200 if exhaustive else 2 * WARM
    blocks = []  # also of what Python's collector of cycles does not know of: texts, numbers, caches of both
    for number in range(rebuilds):
        rebuild(small, number)
        if number == WARM:
            before = held()
        blocks.append(sys.getallocatedblocks())
    assert not before["Edition"] and not before["Page"]
    assert held() == before
    if exhaustive:  # the caches that are bounded are full by now
        assert blocks[-1] - blocks[rebuilds // 2] < MOST * rebuilds
