"""Project folders to build and to break: copies of the real edition and of the small one."""

from __future__ import annotations

import compileall
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "edition"
EPOCH = "1700000000"
PUBLISHED = "https://host.example/some/path/"  # where the site of the fixture `published` says that it is
LONGEST = 120  # seconds that a command may take before something is taken to be wrong with it


def make_project(folder: Path, docs: Path) -> Path:
    """Make a project folder with these docs and all else of the real one; its .venv is the real one's."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(docs, folder / "docs")
    for name in ("overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "requirements.txt", "requirements-dev.txt", "requirements-heavy.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def make_small(folder: Path) -> Path:
    """Make a project folder with the small edition, and with the words of the real one."""
    make_project(folder, SMALL / "docs")
    shutil.copy(ROOT / "docs/_data/strings.yml", folder / "docs/_data/strings.yml")
    return folder


def make_real(folder: Path) -> Path:
    """Make a project folder with the real edition."""
    return make_project(folder, ROOT / "docs")


def copy_of(project: Path, folder: Path) -> Path:
    """Copy a project folder, with its site and its compiled Python."""
    shutil.copytree(project, folder, symlinks=True)
    return folder


def once_a_run(folder: Path, make: Callable[[Path], None]) -> Path:
    """A folder that all workers of a run share: the first to ask makes it, the others wait until it is there.

    `folder` is made by `make` under another name and then named, so that a failure leaves nothing half made.
    """
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            shutil.rmtree(folder.with_name(f"{folder.name}.part"), ignore_errors=True)
            make(folder.with_name(f"{folder.name}.part"))
            folder.with_name(f"{folder.name}.part").rename(folder)
    return folder


def compiled(project: Path) -> Path:
    """Compile the Python of a project, so that no copy of it has to; the copies keep the times it is checked by."""
    compileall.compile_dir(project / "scripts", quiet=2)
    return project


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a project folder, as a person would at a terminal."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        env={**surroundings(), **environment},
        stdin=subprocess.DEVNULL,
        check=False,
    )


def start(folder: Path, *arguments: str, first: str = "pass") -> subprocess.Popen[str]:
    """Start Python in a project folder, and do not wait; the statements of `first` are carried out in the process."""
    become = f"import os, resource, signal, sys; {first}; os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    return subprocess.Popen(
        [sys.executable, "-c", become, *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=surroundings(),
    )


def build(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `build.py` in a project folder, and see to it that it succeeds."""
    done = run(folder, "scripts/build.py", *arguments, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def surroundings() -> dict[str, str]:
    """The environment that commands are run in: always the same time, and nothing written beside the sources."""
    known = {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONDONTWRITEBYTECODE": "1", "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""}
    return {**os.environ, **known}


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder, but for what is kept between builds and may be deleted."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not {"__pycache__", ".cache"} & set(path.parts)
    }


def change(folder: Path, path: str, old: str, new: str) -> None:
    """Replace words in a file of a project folder."""
    file = folder / path
    text = file.read_text(encoding="utf-8")
    assert old in text, (path, old)
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def append(folder: Path, path: str, more: str) -> None:
    """Write something at the end of a file of a project folder."""
    with (folder / path).open("a", encoding="utf-8") as file:
        file.write(more)


def break_link(folder: Path) -> None:
    """Make the small edition wrong in one place: docs/ru/about.md:8:15 leads to an anchor that is not there."""
    change(folder, "docs/ru/about.md", "(index.md#p1)", "(index.md#p-1)")
