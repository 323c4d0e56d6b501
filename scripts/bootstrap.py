"""Make the project's own environment, so that a fresh machine needs no other set-up step.

Standard library only, because this runs before anything is installed. The environment is `.venv` beside
`mkdocs.yml`; what goes into it is locked with hashes in `LOCKS`. A stamp in `.venv` names the lock it was made from, so
that a second run costs nothing.
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
# To build, to test, and to test with the heavy tools too; each holds all of the one before.
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-heavy.txt")
# Settings by which Python would find other modules than those of the environment, and pip would install elsewhere.
PYTHON_SETTINGS = ("PYTHONPATH", "PYTHONHOME", "PYTHONSAFEPATH")
PIP_SETTINGS = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_DRY_RUN")
# Passes in a Python that is one of a virtual environment.
PROBE = "import sys; sys.exit(sys.prefix == sys.base_prefix)"
# Set while a script is started anew inside the environment, so that it is tried once only.
ENTERED = "EDITION_ENTERED"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


class BootstrapError(Exception):
    """The tool cannot run; the message is one sentence for the person at the terminal."""


def enter(lock: str) -> None:
    """Continue this very script inside `.venv`, made from the lock file named; return at once if already there.

    Settings of Python and pip that would lead elsewhere are set aside, for this process and for all that it starts.

    Ends the process: with the status of the script run inside, or with 2 and one sentence if there can be no
    environment.
    """
    try:
        again = os.environ.pop(ENTERED, "")
        elsewhere = [name for name in PYTHON_SETTINGS if os.environ.pop(name, None) is not None]
        for name in PIP_SETTINGS:
            os.environ.pop(name, None)
        os.environ["PIP_USER"] = "0"  # said, because a file may say otherwise
        inside = Path(sys.prefix).resolve() == ENVIRONMENT.resolve()
        if inside and not elsewhere and _stamp(lock).is_file() and find_spec("mkdocs"):
            return
        if again:
            raise BootstrapError(f"{ENVIRONMENT.name} was made and does not work; delete it and try again.")
        with _alone(lock):
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
    """Make `.venv`, or bring it up to the lock file named. Raises BootstrapError if that cannot be done."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        raise BootstrapError(f"Python {wanted} or newer is needed, and this is {sys.version.split()[0]}.")
    stamp = _stamp(lock)
    sound = not _run([PYTHON, "-c", PROBE])
    if stamp.is_file() and sound:
        sound = not _run([PYTHON, "-c", "import lxml, mkdocs, yaml"])
        if sound:
            return
    print(f"Making .venv from {lock} (only this once) …", file=sys.stderr)
    uv = shutil.which("uv")
    if not sound:
        # Half made or damaged, or made by a Python that has since been replaced.
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        _create(uv)
    _install(uv, lock)
    for old in ENVIRONMENT.glob("lock-*"):
        old.unlink()
    for held in LOCKS[: LOCKS.index(lock) + 1]:
        _stamp(held).touch()


@contextmanager
def _alone(lock: str) -> Iterator[None]:
    """Let one run at a time make the environment, where the system can lock a file."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with (ROOT / lock).open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _stamp(lock: str) -> Path:
    """The empty file whose presence says that `.venv` holds what this lock file asks for."""
    digest = hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()[:16]
    return ENVIRONMENT / f"lock-{Path(lock).stem}-{digest}"


def _create(uv: str | None) -> None:
    # Run from inside the environment that has just been deleted, the interpreter it was made from is still there.
    python = getattr(sys, "_base_executable", None) or sys.executable
    if uv and not _run([uv, "venv", "--quiet", "--python", python, ENVIRONMENT]):
        return
    # Debian keeps ensurepip in a package of its own, so pip may have to come from outside the environment.
    if _run([python, "-m", "venv", ENVIRONMENT]):
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        if error := _run([python, "-m", "venv", "--without-pip", ENVIRONMENT]):
            raise BootstrapError(f"no virtual environment could be made in {ENVIRONMENT.name}: {error}")


def _install(uv: str | None, lock: str) -> None:
    error = "pip is needed to install them; on Debian: apt-get install python3-pip."
    if uv and not (
        error := _run([uv, "pip", "install", "-q", "--require-hashes", "--python", PYTHON, "-r", ROOT / lock])
    ):
        return
    options: list[str | Path] = ["install", "--quiet", "--disable-pip-version-check", "--no-input"]
    options += ["--require-hashes", "-r", ROOT / lock]
    python: str = getattr(sys, "_base_executable", None) or sys.executable
    pips: tuple[list[str | Path], ...] = ([PYTHON, "-m", "pip"], [python, "-m", "pip", "--python", PYTHON])
    for pip in pips:
        if not _run([*pip, "--version"]):
            if not (error := _run([*pip, *options])):
                return
            break
    raise BootstrapError(f"the packages of {lock} could not be had: {error}")


def _run(command: list[str | Path]) -> str:
    """Run quietly; the last line of what went wrong, or the empty text when all went well."""
    try:
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd=ROOT)
    except OSError as error:
        return str(error)
    if done.returncode == 0:
        return ""
    said = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    return said[-1].strip() if said else f"exit status {done.returncode}"
