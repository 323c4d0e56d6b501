"""What is there stays there: a failure, Ctrl-C or a full disk leaves the old site and the data whole."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import EPOCH, run
from test_build import break_link, digests


def start(folder: Path, *arguments: str, **options: object) -> subprocess.Popen[str]:
    """Start Python in a project folder, and do not wait."""
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"},
        **options,
    )


@pytest.mark.parametrize("sign, status", ((signal.SIGINT, 130), (signal.SIGTERM, 143)))
def test_stopped_in_the_middle_it_leaves_the_old_site(small: Path, sign: int, status: int) -> None:
    assert run(small, "scripts/build.py").returncode == 0
    before = digests(small / "site")
    # Whoever runs the tests in the background may have told all they start to ignore Ctrl-C.
    build = start(small, "scripts/build.py", preexec_fn=lambda: signal.signal(sign, signal.SIG_DFL))
    limit = time.monotonic() + 60
    while not [*small.glob(".site-*/ru")]:  # MkDocs is writing
        assert build.poll() is None and time.monotonic() < limit, build.communicate()
    build.send_signal(sign)
    _, errors = build.communicate(timeout=60)
    assert build.returncode == status and "Traceback" not in errors
    assert digests(small / "site") == before
    assert not [*small.glob(".site-*")]


def test_a_full_disk_leaves_the_old_site(small: Path) -> None:
    """A limit on the size of files stands in for a full disk: writing fails in the same way."""
    assert run(small, "scripts/build.py").returncode == 0
    before = digests(small / "site")
    limit = (6000, 6000)
    build = start(small, "scripts/build.py", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit))
    _, errors = build.communicate(timeout=60)
    assert build.returncode == 2 and "build.py: OSError" in errors and "Traceback" not in errors
    assert digests(small / "site") == before
    assert not [*small.glob(".site-*")]


@pytest.mark.parametrize("command", (["--record-anchors"], ["--confirm", "ru"]))
def test_a_full_disk_leaves_the_data(small: Path, command: list[str]) -> None:
    for language, more in (("kk", "Тағы"), ("ru", "Ещё"), ("en", "More")):
        path = small / f"docs/{language}/about.md"
        path.write_text(path.read_text(encoding="utf-8") + f"\n## {more} {{: #more }}\n", encoding="utf-8")
    name = "anchors.txt" if command[0] == "--record-anchors" else "translations.yml"
    if command[0] == "--confirm":
        assert run(small, "scripts/build.py", "--record-anchors").returncode == 0
    before = digests(small / "docs")
    limit = (200, 200)
    task = start(
        small, "scripts/build.py", *command, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    )
    _, errors = task.communicate(timeout=60)
    assert task.returncode == 2 and "Traceback" not in errors
    assert digests(small / "docs") == before, name


def test_what_a_killed_run_left_is_taken_away(small: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (small / f".site-{gone.pid}").mkdir()
    assert run(small, "scripts/build.py").returncode == 0
    assert not [*small.glob(".site-*")]


def test_the_site_is_there_at_every_moment_of_the_swap(small: Path) -> None:
    assert run(small, "scripts/build.py").returncode == 0
    page = small / "site/index.html"
    build = start(small, "scripts/build.py")
    missing = 0
    while build.poll() is None:
        missing += not page.exists()
    build.communicate()
    assert build.returncode == 0 and not missing


def test_nothing_is_read_or_written_outside(small: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "keep.txt").write_text("kept")
    settings = small / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("site_dir: site", "site_dir: ../outside"), encoding="utf-8")
    done = run(small, "scripts/build.py")
    assert done.returncode == 1 and "YAML005" in done.stdout
    assert (outside / "keep.txt").read_text() == "kept"
    settings.write_text(text, encoding="utf-8")
    (small / "docs/en/keep.txt").symlink_to(outside / "keep.txt")
    done = run(small, "scripts/build.py")
    assert done.returncode == 1 and "docs/en/keep.txt:1:1  FILE010" in done.stdout and not (small / "site").exists()


def test_a_failing_build_says_how_many_and_stops_nothing_else(small: Path) -> None:
    break_link(small)
    done = run(small, "scripts/build.py")
    assert done.returncode == 1 and "1 finding; the site is left as it was." in done.stderr
