"""Failure safety: an error, Ctrl-C or a full disk leaves the old site and the data intact."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support.projects import append, break_link, build, change, digests, run, start
from support.waiting import until

pytestmark = pytest.mark.slow


@pytest.fixture
def outdated(built: Path) -> Path:
    """A copy of the small edition whose site has a file more than it should, so that a build builds."""
    (built / "site/more.txt").write_text("")
    return built


@pytest.mark.parametrize("sign, status", ((signal.SIGINT, 130), (signal.SIGTERM, 143)))
def test_interrupted_build_leaves_the_old_site(outdated: Path, sign: int, status: int) -> None:
    before = digests(outdated / "site")
    # A process started in the background may ignore Ctrl-C, and its children inherit that.
    task = start(outdated, "scripts/build.py", first=f"signal.signal({sign:d}, signal.SIG_DFL)")
    until(lambda: [*outdated.glob(".site-*/ru")] or task.poll() is not None)  # MkDocs is writing
    task.send_signal(sign)
    _, errors = task.communicate()
    assert task.returncode == status and "Traceback" not in errors
    assert digests(outdated / "site") == before
    assert not [*outdated.glob(".site-*")]


def test_full_disk_leaves_the_old_site(outdated: Path) -> None:
    """A file size limit simulates a full disk: writing fails in the same way."""
    before = digests(outdated / "site")
    task = start(outdated, "scripts/build.py", first=limit_file_size(6000))
    _, errors = task.communicate()
    assert task.returncode == 2 and "build.py: OSError" in errors and "Traceback" not in errors
    assert digests(outdated / "site") == before
    assert not [*outdated.glob(".site-*")]


def limit_file_size(size: int) -> str:
    """A statement that limits the size of the files a process can write, in bytes."""
    return f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"


@pytest.mark.parametrize("command", (["--record-anchors"], ["--confirm", "ru"]))
def test_full_disk_leaves_the_data(small: Path, command: list[str]) -> None:
    for language, more in (("kk", "Тағы"), ("ru", "Ещё"), ("en", "More")):
        append(small, f"docs/{language}/about.md", f"\n## {more} {{: #more }}\n")
    name = "anchors.txt" if command[0] == "--record-anchors" else "translations.yml"
    if command[0] == "--confirm":
        build(small, "--record-anchors")
    before = digests(small / "docs")
    task = start(small, "scripts/build.py", *command, first=limit_file_size(200))
    _, errors = task.communicate()
    assert task.returncode == 2 and "Traceback" not in errors
    assert digests(small / "docs") == before, name


def test_leftovers_of_a_killed_run_are_removed(small: Path) -> None:
    killed = subprocess.Popen([sys.executable, "-c", ""])
    killed.wait()
    (small / f".site-{killed.pid}").mkdir()
    build(small)
    assert not [*small.glob(".site-*")]


def test_site_exists_at_every_moment_of_the_swap(outdated: Path) -> None:
    page = outdated / "site/index.html"
    task = start(outdated, "scripts/build.py")
    missing = 0
    while task.poll() is None:
        missing += not page.exists()
    task.communicate()
    assert task.returncode == 0 and not missing
    assert not (outdated / "site/more.txt").exists()


def test_nothing_outside_the_project_is_read_or_written(small: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "keep.txt").write_text("kept")
    change(small, "mkdocs.yml", "site_dir: site", "site_dir: ../outside")
    done = run(small, "scripts/build.py")
    assert done.returncode == 1 and "YAML005" in done.stdout
    assert (outside / "keep.txt").read_text() == "kept"
    change(small, "mkdocs.yml", "site_dir: ../outside", "site_dir: site")
    (small / "docs/en/keep.txt").symlink_to(outside / "keep.txt")
    done = run(small, "scripts/build.py")
    assert done.returncode == 1 and "docs/en/keep.txt:1:1  FILE010" in done.stdout and not (small / "site").exists()


def test_failing_build_counts_findings(small: Path) -> None:
    break_link(small)
    done = run(small, "scripts/build.py")
    assert done.returncode == 1 and "1 finding; the site was not changed." in done.stderr
