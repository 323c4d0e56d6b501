"""Project folders to build and to break: copies of the real and of the small edition."""

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
PUBLISHED = "https://host.example/some/path/"  # SITE_URL of the fixture `published`
LONGEST = 120  # seconds; the timeout of a command


def make_project(folder: Path, docs: Path) -> Path:
    """Create a project folder with these docs; everything else, including .venv, is that of the real project."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(docs, folder / "docs")
    for name in ("overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "requirements.txt", "requirements-dev.txt", "requirements-heavy.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def make_small(folder: Path) -> Path:
    """Create a project folder with the small edition and the interface texts of the real one."""
    make_project(folder, SMALL / "docs")
    shutil.copy(ROOT / "docs/_data/strings.yml", folder / "docs/_data/strings.yml")
    return folder


def make_real(folder: Path) -> Path:
    """Create a project folder with the real edition."""
    return make_project(folder, ROOT / "docs")


def copy_of(project: Path, folder: Path) -> Path:
    """Copy a project folder, with its site and its compiled Python."""
    shutil.copytree(project, folder, symlinks=True)
    return folder


def once_a_run(folder: Path, make: Callable[[Path], None]) -> Path:
    """A folder that all workers of a run share: the first worker creates it, the others wait for it.

    `make` creates it under another name; it is then renamed, so that a failure leaves nothing incomplete.
    """
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            shutil.rmtree(folder.with_name(f"{folder.name}.part"), ignore_errors=True)
            make(folder.with_name(f"{folder.name}.part"))
            folder.with_name(f"{folder.name}.part").rename(folder)
    return folder


def compiled(project: Path) -> Path:
    """Compile the Python files of a project once for all its copies, which keep the modification times."""
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
    """Start Python in a project folder without waiting; the process first executes the statements in `first`."""
    launcher = f"import os, resource, signal, sys; {first}; os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    return subprocess.Popen(
        [sys.executable, "-c", launcher, *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=surroundings(),
    )


def build(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `build.py` in a project folder, and assert that it succeeds."""
    done = run(folder, "scripts/build.py", *arguments, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def surroundings() -> dict[str, str]:
    """The environment of commands: a fixed time, and no bytecode written beside the sources."""
    fixed = {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONDONTWRITEBYTECODE": "1", "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""}
    return {**os.environ, **fixed}


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file in a folder, without caches."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not {"__pycache__", ".cache"} & set(path.parts)
    }


def change(folder: Path, path: str, old: str, new: str) -> None:
    """Replace text in a file of a project folder, once."""
    file = folder / path
    text = file.read_text(encoding="utf-8")
    assert old in text, (path, old)
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def append(folder: Path, path: str, more: str) -> None:
    """Append text to a file of a project folder."""
    with (folder / path).open("a", encoding="utf-8") as file:
        file.write(more)


def break_link(folder: Path) -> None:
    """Break one link of the small edition: docs/ru/about.md:8:15 leads to an anchor that does not exist."""
    change(folder, "docs/ru/about.md", "(index.md#p1)", "(index.md#p-1)")
