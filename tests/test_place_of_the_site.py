"""Where the site goes if `site/` is not an ordinary folder: a symbolic link, a mount point, something else."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from edition.publish import atomic_replace
from support.projects import build, digests, run, surroundings


@pytest.mark.slow
def test_a_linked_site_is_built_where_the_link_leads(built: Path, tmp_path: Path) -> None:
    served = tmp_path / "www" / "edition"
    served.parent.mkdir()
    (built / "site").rename(served)
    (built / "site").symlink_to(served)
    (served / "of-an-older-build.txt").write_text("")
    build(built)
    assert (built / "site").is_symlink() and not (served / "of-an-older-build.txt").exists()
    assert "index.html" in digests(served)
    assert [path.name for path in served.parent.iterdir()] == ["edition"], "something was left beside it"
    assert not [*built.glob(".site-*")]
    assert "is up to date" in build(built).stdout
    (served / "index.html").unlink()
    assert "Built" in build(built).stdout, "a change behind the link was not seen"


@pytest.mark.parametrize("kind", ("file", "loop", "nowhere"))
def test_a_place_that_cannot_be_is_named_in_one_sentence(small: Path, tmp_path: Path, kind: str) -> None:
    site = small / "site"
    if kind == "file":
        site.write_text("mine")
    else:
        site.symlink_to("site" if kind == "loop" else tmp_path / "missing" / "site")
    done = run(small, "scripts/build.py")
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith("build.py: site is ")
    assert not [*small.glob(".site-*")]


@pytest.fixture
def mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with files, that cannot be renamed, as if it were a mount point."""
    site = tmp_path / "site"
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if site in (self, target):
            raise OSError(errno.EBUSY, "Device or resource busy")
        return rename(self, target)

    for name in ("index.html", "old/page.html", "lost+found/kept"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("old")
    new = tmp_path / ".site-1"
    for name in ("index.html", "new/page.html", "_headers"):
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        (new / name).write_text("new")
    monkeypatch.setattr(Path, "rename", refuse)
    monkeypatch.setattr(atomic_replace, "_exchange", lambda *_: False)
    return site


def content(folder: Path) -> dict[str, str]:
    """The files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_a_mount_point_is_filled_in_place(mounted: Path) -> None:
    atomic_replace.swap(mounted.with_name(".site-1"), mounted)
    assert content(mounted) == {
        "index.html": "new",
        "new/page.html": "new",
        "_headers": "new",
        "lost+found/kept": "old",
    }
    assert not [*mounted.glob(".*")] and not [*mounted.parent.glob(".*")]


@pytest.mark.parametrize("failing", ("_headers", "index.html", "new", "old"))
def test_a_failure_puts_the_old_entries_back(mounted: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    before = content(mounted)
    rename = Path.rename
    failed = []

    def fail(self: Path, target: Path) -> Path:
        if not failed and self.name == failing and self.parent.name.startswith(".site") != (failing == "old"):
            failed.append(self)
            raise OSError(errno.EIO, "Input/output error")
        return rename(self, target)

    with monkeypatch.context() as failure:
        failure.setattr(Path, "rename", fail)
        with pytest.raises(OSError, match="Input/output"):
            atomic_replace.swap(mounted.with_name(".site-1"), mounted)
    assert content(mounted) == before and not [*mounted.glob(".*")]


def can_mount() -> bool:
    """Whether this process may mount folders in a namespace of its own."""
    command = ["unshare", "--mount", "mount", "--bind", "/tmp", "/tmp"]
    return bool(shutil.which("unshare")) and not subprocess.run(command, capture_output=True, check=False).returncode


@pytest.mark.slow
@pytest.mark.skipif(not can_mount(), reason="folders cannot be mounted here")
def test_a_real_mount_point_is_filled(small: Path, tmp_path: Path) -> None:
    served = tmp_path / "served"
    for folder in (served, small / "site"):
        folder.mkdir()
    (served / "of-an-older-build.txt").write_text("")
    build_there = f"mount --bind {served} site && exec {sys.executable} scripts/build.py"
    command = ["unshare", "--mount", "sh", "-c", build_there]
    done = subprocess.run(command, cwd=small, env=surroundings(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (served / "ru/index.html").exists() and not (served / "of-an-older-build.txt").exists()
    assert not [*served.glob(".*")] and not [*small.glob(".site-*")]
