"""The cache between builds: it does not change the site, whatever its state, and its size is limited."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from edition.publish.store import Store, digest_of
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


def test_entries_are_keyed_by_inputs_and_namespace(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.cached("a 1", b"input", lambda: b"first") == b"first"
    assert store.cached("a 1", b"input", lambda: b"second") == b"first"
    assert store.cached("a 2", b"input", lambda: b"second") == b"second"
    assert store.cached("a 1", b"other", lambda: b"third") == b"third"


def test_a_digest_tells_inputs_apart() -> None:
    apart = [("a", "b"), ("b", "a"), ("ab",), ("ab", ""), ("", "ab"), (b"ab",), ("a", b"b"), ("str 1\nb",), ()]
    assert len({digest_of(*inputs) for inputs in apart}) == len(apart)
    assert digest_of("a", b"b") == digest_of("a", b"b")


@pytest.mark.parametrize(
    "damage",
    (lambda entry: bytes(len(entry)), lambda entry: entry[:-1], lambda entry: entry[:-1] + b"?", lambda _: b""),
)
def test_a_damaged_entry_is_made_again(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    store = Store(tmp_path)
    store.put("a 1", b"input", b"first")
    (entry,) = entries(tmp_path / ".cache")
    entry.write_bytes(damage(entry.read_bytes()))
    assert store.cached("a 1", b"input", lambda: b"again") == b"again"
    assert store.get("a 1", b"input") == b"again"


def test_a_failure_to_make_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        Store(tmp_path).cached("a 1", b"input", lambda: bytes(1 // 0))
    assert entries(tmp_path) == []


def test_pruning_deletes_what_ended_builds_left_and_nothing_of_running_ones(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("a 1", b"input", b"first")
    left, running = (tmp_path / ".cache" / name for name in ("tmp-left", "tmp-running"))
    for path in (left, running):
        path.write_bytes(b"half")
    os.utime(left, (0, 0))
    store.prune()
    assert store.get("a 1", b"input") and running.exists() and not left.exists()


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
