"""The cache between builds: it does not change the site, whatever its state, and its size is limited."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from edition.publish.store import Store
from support.projects import build, digests, start

CHANGES = {
    "cold": shutil.rmtree,
    "damaged": lambda folder: [entry.write_bytes(entry.read_bytes()[:-9]) for entry in entries(folder)],
    "emptied": lambda folder: [entry.write_bytes(b"") for entry in entries(folder)],
    "a file": lambda folder: (shutil.rmtree(folder), folder.write_text("in the way")),
}


def entries(folder: Path) -> list[Path]:
    """The files in the cache folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("state", CHANGES)
def test_site_does_not_depend_on_the_cache(built: Path, state: str) -> None:
    warm = digests(built / "site")
    assert len(entries(built / ".cache")) > 20
    CHANGES[state](built / ".cache")
    shutil.rmtree(built / "site")
    build(built)
    assert digests(built / "site") == warm


def test_concurrent_builds_share_the_cache(built: Path) -> None:
    warm = digests(built / "site")
    shutil.rmtree(built / ".cache")
    builds = [start(built, "scripts/build.py") for _ in range(2)]
    outputs = [one.communicate() for one in builds]
    assert [one.returncode for one in builds] == [0, 0], outputs
    assert digests(built / "site") == warm
    assert not list((built / ".cache").glob("tmp*"))


def test_entries_are_keyed_by_input_and_kind(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.get_or_make("a 1", b"input", lambda: b"first") == b"first"
    assert store.get_or_make("a 1", b"input", lambda: b"second") == b"first"
    assert store.get_or_make("a 2", b"input", lambda: b"second") == b"second"
    assert store.get_or_make("a 1", b"other", lambda: b"third") == b"third"


def test_least_recently_used_entries_are_pruned(tmp_path: Path) -> None:
    store = Store(tmp_path, most=2500)
    for age, name in enumerate((b"one", b"two", b"three")):
        store.put("kind", name, bytes(1000))
        for entry in entries(tmp_path / ".cache"):
            os.utime(entry, (entry.stat().st_atime, entry.stat().st_mtime - 10 * age))
    store.get("kind", b"one")
    store.prune()
    kept = [name for name in (b"one", b"two", b"three") if store.get("kind", name)]
    assert kept == [b"one", b"three"]
