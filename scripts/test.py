"""Run the tests: make the environment, find a Chromium, call pytest on one worker more than there are processors.

    python3 scripts/test.py                   the tests
    python3 scripts/test.py --fast            what takes little time: no browser, no planted faults
    python3 scripts/test.py --all             every walk to its end, and the heavy tools, which are installed for it
    python3 scripts/test.py --no-browser      all but those that drive a browser, and say so
    python3 scripts/test.py -k timeline       further arguments go to pytest; -n 0 runs all in one process

Exit status: 0 all passed, 1 some failed, 2 the tests could not run.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

# However Python is started: `-I`, `-P` and PYTHONSAFEPATH keep the folder of a script from being looked in.
if (HERE := str(Path(__file__).resolve().parent)) not in sys.path:
    sys.path.insert(0, HERE)

import bootstrap

# The Nu HTML checker, by the version and the SHA-512 of its package.
CHECKER = "vnu-jar@26.9.27"
CHECKER_DIGEST = (
    "4e441de4315f39a582f5e6edbe8cd3b2b1f655aa1dde3620faface791133217c"
    "417b12f3f7ead2d8336d8e7efe44f5226618258b44a0860057e9125135e6b428"
)
# The first is the same engine without a window, and opens a page in a third of the time.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MOST_WORKERS = 8  # each has a Chromium of its own


def main(arguments: list[str]) -> int:
    """Run the tests; returns the exit status."""
    if arguments and arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0
    everything = "--all" in arguments
    bootstrap.enter("requirements-heavy.txt" if everything else "requirements-dev.txt")
    import pytest

    wanted = [argument for argument in arguments if argument not in ("--no-browser", "--fast")]
    if "--fast" in arguments:
        wanted += ["-m", "not browser and not mutation and not slow"]
        print("test.py: what drives a browser, plants faults or takes long is left out, as asked by --fast.")
    elif "--no-browser" in arguments:
        wanted += ["-m", "not browser"]
        print("test.py: the browser tests are left out, as asked by --no-browser.")
    elif reason := find_browser():
        print(f"test.py: {reason}", file=sys.stderr)
        return 2
    find_checker()
    # One more than there are processors: a tenth of the time, a worker waits for its browser or for a command.
    workers = min((os.cpu_count() or 1) + 1, MOST_WORKERS)
    options = ["--rootdir", str(bootstrap.ROOT), "-c", str(bootstrap.ROOT / "pyproject.toml")]
    status = pytest.main([*options, "-n", str(workers), "--dist", "worksteal", *wanted])
    return {0: 0, 1: 1}.get(int(status), 2)


def find_browser() -> str:
    """See to it that there is a Chromium, named in CHROMIUM; returns why there is none, else the empty text."""
    if os.environ.get("CHROMIUM"):
        return ""
    if not _browser() and Path("/etc/debian_version").exists() and shutil.which("apt-get") and os.geteuid() == 0:
        print("test.py: installing Debian's Chromium for the browser tests …", file=sys.stderr)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["install", "--yes", "--no-install-recommends"]
        for command in (["update"], [*install, BROWSERS[0]], [*install, BROWSERS[1]]):
            subprocess.run(["apt-get", "--quiet", *command], env=environment, capture_output=True, check=False)
            if _browser():
                break
    if not _browser():
        return "the browser tests need Chromium; install it (Debian: apt-get install chromium) or say --no-browser."
    os.environ["CHROMIUM"] = _browser()
    return ""


def find_checker() -> None:
    """See to it that the Nu HTML checker is here, named in VNU_JAR, if there is Java; where not, its test says so."""
    home = bootstrap.ENVIRONMENT / "vnu"
    jar = home / "vnu.jar"
    if os.environ.get("VNU_JAR") or not shutil.which("java"):
        return
    if not jar.exists():
        archive = home / f"{CHECKER.replace('@', '-')}.tgz"
        home.mkdir(exist_ok=True)
        if npm := shutil.which("npm"):
            subprocess.run([npm, "pack", CHECKER], cwd=home, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if not archive.exists() or hashlib.sha512(archive.read_bytes()).hexdigest() != CHECKER_DIGEST:
            return
        with tarfile.open(archive) as packed:
            if content := packed.extractfile("package/build/dist/vnu.jar"):
                jar.write_bytes(content.read())
    os.environ["VNU_JAR"] = str(jar)


def _browser() -> str:
    return next(filter(None, map(shutil.which, BROWSERS)), "")


if __name__ == "__main__":
    os.chdir(bootstrap.ROOT)
    sys.exit(main(sys.argv[1:]))
