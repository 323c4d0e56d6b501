"""Creates the project's virtual environment, so that a fresh machine needs no other set-up.

Uses the standard library only, because it runs before anything is installed. The environment is `.venv` beside
`mkdocs.yml`; its packages are locked with hashes in `LOCKS`. A stamp file in `.venv` names the lock it was made from,
so that a second run costs nothing.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)  # pyproject.toml, requires-python
ENVIRONMENT = ROOT / ".venv"
# For building, for testing, and for testing with the heavy tools; each includes the previous one.
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-heavy.txt")
# Settings that make Python import modules from outside the environment, or make pip install elsewhere.
PYTHON_SETTINGS = ("PYTHONPATH", "PYTHONHOME", "PYTHONSAFEPATH")
PIP_SETTINGS = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_DRY_RUN")
# Succeeds in the Python of a virtual environment.
PROBE = "import sys; sys.exit(sys.prefix == sys.base_prefix)"
# Set while a script is restarted inside the environment, so that this happens only once.
ENTERED = "EDITION_ENTERED"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


class BootstrapError(Exception):
    """The environment cannot be created; the message is one sentence for the user."""


def enter(lock: str) -> None:
    """Restart the running script inside `.venv`, created from the named lock file; returns at once if already inside.

    Clears settings of Python and pip that lead elsewhere, for this process and its children.

    Ends the process with the status of the restarted script, or with status 2 and a message if the environment cannot
    be created.
    """
    try:
        restarted = os.environ.pop(ENTERED, "")
        cleared = [name for name in PYTHON_SETTINGS if os.environ.pop(name, None) is not None]
        for name in PIP_SETTINGS:
            os.environ.pop(name, None)
        os.environ["PIP_USER"] = "0"  # explicit, because a configuration file may say otherwise
        inside = Path(sys.prefix).resolve() == ENVIRONMENT.resolve()
        if inside and not cleared and _stamp(lock).is_file() and find_spec("mkdocs"):
            return
        if restarted:
            raise BootstrapError(f"{ENVIRONMENT.name} was created but does not work; delete it and try again.")
        with _locked(lock):
            prepare(lock)
    except (BootstrapError, OSError) as reason:
        print(f"{Path(sys.argv[0]).name}: {reason}", file=sys.stderr)
        raise SystemExit(2) from None
    command = [str(PYTHON), *sys.argv]
    os.environ[ENTERED] = "1"
    if os.name == "nt":
        raise SystemExit(subprocess.call(command))
    os.execv(command[0], command)


def prepare(lock: str) -> None:
    """Create `.venv`, or update it to the named lock file. Raises BootstrapError on failure."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        raise BootstrapError(f"Python {wanted} or newer is required; this is {sys.version.split()[0]}.")
    stamp = _stamp(lock)
    usable = not _run([PYTHON, "-c", PROBE])
    if stamp.is_file() and usable:
        usable = not _run([PYTHON, "-c", "import lxml, mkdocs, yaml"])
        if usable:
            return
    print(f"Creating .venv from {lock} (only once) …", file=sys.stderr)
    uv = shutil.which("uv")
    if not usable:
        # Incomplete or damaged, or created by a Python that has since been replaced.
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        _create(uv)
    _install(uv, lock)
    for old in ENVIRONMENT.glob("lock-*"):
        old.unlink()
    for held in LOCKS[: LOCKS.index(lock) + 1]:
        _stamp(held).touch()


@contextmanager
def _locked(lock: str) -> Iterator[None]:
    """Let only one run at a time create the environment, where the system supports file locks."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with (ROOT / lock).open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _stamp(lock: str) -> Path:
    """The empty file whose presence says that `.venv` matches this lock file."""
    digest = hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()[:16]
    return ENVIRONMENT / f"lock-{Path(lock).stem}-{digest}"


def _create(uv: str | None) -> None:
    # If this runs inside the environment that was just deleted, its base interpreter still exists.
    python = getattr(sys, "_base_executable", None) or sys.executable
    if uv and not _run([uv, "venv", "--quiet", "--python", python, ENVIRONMENT]):
        return
    # Debian keeps ensurepip in a package of its own, so pip may have to come from outside the environment.
    if _run([python, "-m", "venv", ENVIRONMENT]):
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        if error := _run([python, "-m", "venv", "--without-pip", ENVIRONMENT]):
            raise BootstrapError(f"the virtual environment {ENVIRONMENT.name} could not be created: {error}")


def _install(uv: str | None, lock: str) -> None:
    error = "pip is missing; on Debian: apt-get install python3-pip."
    if uv and not (
        error := _run([uv, "pip", "install", "-q", "--require-hashes", "--python", PYTHON, "-r", ROOT / lock])
    ):
        return
    options: list[str | Path] = ["install", "--quiet", "--disable-pip-version-check", "--no-input"]
    options += ["--require-hashes", "-r", ROOT / lock]
    # Empty, because a configuration file may name another folder, and no variable takes that back.
    options.append("--target=")
    python: str = getattr(sys, "_base_executable", None) or sys.executable
    pips: tuple[list[str | Path], ...] = ([PYTHON, "-m", "pip"], [python, "-m", "pip", "--python", PYTHON])
    for pip in pips:
        if not _run([*pip, "--version"]):
            if not (error := _run([*pip, *options])):
                return
            break
    raise BootstrapError(f"the packages in {lock} could not be installed: {error}")


def _run(command: list[str | Path]) -> str:
    """Run a command quietly; returns the last line of its output on failure, or an empty string on success."""
    try:
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd=ROOT)
    except OSError as error:
        return str(error)
    if done.returncode == 0:
        return ""
    output = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    return output[-1].strip() if output else f"exit status {done.returncode}"
