"""Several hundred faults, one at a time, in the real edition: each is found, under its code, in its file and line."""

from __future__ import annotations

import functools
import gc
import os
import shutil
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import mutations
from conftest import ROOT, house
from edition import gate, load, model
from edition.model import Edition


def files_of(folder: Path, site: Path) -> mutations.Files:
    """The text of every file that a fault can be planted in."""
    paths = [*(folder / "docs").rglob("*.md"), *(folder / "docs/_data").iterdir()]
    files = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    pages = {f"site/{path.relative_to(site).as_posix()}": path for path in site.rglob("*.html")}
    return files | {name: path.read_text(encoding="utf-8") for name, path in pages.items()}


def judge(folder: Path, mutant: mutations.Mutant) -> str:
    """Plant a fault in this folder, ask the gate, and take the fault out again: "found", or what went wrong."""
    path = folder / mutant.path
    before = path.read_bytes()
    try:
        path.unlink() if mutant.content is None else path.write_bytes(mutant.content)
        if mutant.path.startswith("site/"):
            findings = gate.after(sound(folder), folder / "site")
        else:
            _, findings = gate.before(folder)
    finally:
        path.write_bytes(before)
    ours = [finding.place for finding in findings if finding.code == mutant.code]
    if not ours:
        return f"not found; but {sorted({finding.code for finding in findings})}"
    if not any(place.path == mutant.found_in and place.line in mutant.lines for place in ours):
        return f"wrong place: {[str(place) for place in ours][:4]}, not {mutant.found_in}:{sorted(mutant.lines)[:12]}"
    return "found"


@functools.cache
def sound(folder: Path) -> Edition:
    """The edition in this folder without a fault, for the faults of its site."""
    return model.read(folder)


def in_a_copy(home: Path, folder: Path, mutants: list[mutations.Mutant]) -> list[str]:
    """Judge mutants in a copy of the edition of one's own."""
    copy = folder / "house"
    shutil.copytree(home, copy, symlinks=True)
    # The same data files are read hundreds of times.
    load._data = functools.cache(load._data)
    gc.set_threshold(200_000, 20, 20)  # as build.py does
    return [judge(copy, mutant) for mutant in mutants]


def test_every_fault_is_found_at_its_place(site: Path, tmp_path: Path) -> None:
    home = house(tmp_path / "house", ROOT / "docs")
    shutil.copytree(site, home / "site")
    assert gate.before(home)[1] == []
    mutants = list(mutations.mutants(files_of(home, home / "site")))
    workers = os.cpu_count() or 1
    shares = [mutants[start::workers] for start in range(workers)]
    with ProcessPoolExecutor(workers) as pool:
        done = pool.map(in_a_copy, [home] * workers, [tmp_path / str(nth) for nth in range(workers)], shares)
        pairs = [pair for share, said in zip(shares, done, strict=True) for pair in zip(share, said, strict=True)]
    judged = {mutant.name: said for mutant, said in pairs}
    print("\n" + table(mutants, judged))
    wrong = [f"{name}: {said}" for name, said in judged.items() if said != "found"]
    assert not wrong, "\n".join(wrong)
    assert len(mutants) > 300


def table(mutants: list[mutations.Mutant], judged: dict[str, str]) -> str:
    """Class of fault, planted, found, at the wrong place; read with `scripts/test.py -s -k every_fault`."""
    planted, found, misplaced = Counter(), Counter(), Counter()
    codes = {}
    for mutant in mutants:
        name = mutant.name.partition(" · ")[0]
        codes[name] = mutant.code
        planted[name] += 1
        found[name] += judged[mutant.name] == "found" or judged[mutant.name].startswith("wrong place")
        misplaced[name] += judged[mutant.name].startswith("wrong place")
    lines = [f"{'class of fault':44}{'code':>10}{'planted':>9}{'found':>7}{'wrong place':>13}"]
    for name in codes:
        lines.append(f"{name:44}{codes[name]:>10}{planted[name]:>9}{found[name]:>7}{misplaced[name]:>13}")
    totals = [sum(counter.values()) for counter in (planted, found, misplaced)]
    lines.append(f"{f'{len(codes)} classes':44}{'':>10}{totals[0]:>9}{totals[1]:>7}{totals[2]:>13}")
    return "\n".join(lines)
