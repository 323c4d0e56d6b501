"""Run every test: make the environment, find a Chromium, call pytest.

    python3 scripts/test.py                   all tests
    python3 scripts/test.py --no-browser      all but those that drive a browser, and say so
    python3 scripts/test.py -k timeline       further arguments go to pytest

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

import bootstrap

# The Nu HTML checker, by the version and the SHA-512 of its package.
CHECKER = "vnu-jar@26.9.27"
CHECKER_DIGEST = (
    "4e441de4315f39a582f5e6edbe8cd3b2b1f655aa1dde3620faface791133217c"
    "417b12f3f7ead2d8336d8e7efe44f5226618258b44a0860057e9125135e6b428"
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main(arguments: list[str]) -> int:
    """Run the tests; returns the exit status."""
    if arguments and arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0
    bootstrap.enter("requirements-dev.txt")
    import pytest

    wanted = [argument for argument in arguments if argument != "--no-browser"]
    if "--no-browser" in arguments:
        wanted += ["-m", "not browser"]
        print("test.py: the browser tests are left out, as asked by --no-browser.")
    elif reason := find_browser():
        print(f"test.py: {reason}", file=sys.stderr)
        return 2
    find_checker()
    status = pytest.main(["--rootdir", str(bootstrap.ROOT), "-c", str(bootstrap.ROOT / "pyproject.toml"), *wanted])
    return {0: 0, 1: 1}.get(int(status), 2)


def find_browser() -> str:
    """See to it that there is a Chromium, named in CHROMIUM; returns why there is none, else the empty text."""
    if os.environ.get("CHROMIUM"):
        return ""
    if not _browser() and Path("/etc/debian_version").exists() and shutil.which("apt-get") and os.geteuid() == 0:
        print("test.py: installing Debian's chromium for the browser tests …", file=sys.stderr)
        for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
            environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            subprocess.run(["apt-get", "--quiet", *command], env=environment, stdout=subprocess.DEVNULL)
    if not _browser():
        return "the browser tests need Chromium; install it (Debian: apt-get install chromium) or say --no-browser."
    os.environ["CHROMIUM"] = _browser()
    return ""


def find_checker() -> None:
    """See to it that the Nu HTML checker is here, named in VNU_JAR, if there is Java; say so if there is none."""
    if os.environ.get("VNU_JAR"):
        return
    home = bootstrap.ROOT / ".venv" / "vnu"
    jar = home / "vnu.jar"
    if not shutil.which("java"):
        print("test.py: no Java here; the HTML is not put to the Nu checker.")
        return
    if not jar.exists():
        home.mkdir(exist_ok=True)
        fetched = shutil.which("npm") and subprocess.run(
            ["npm", "pack", CHECKER],
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        archive = home / f"{CHECKER.replace('@', '-')}.tgz"
        if not fetched or not archive.exists() or hashlib.sha512(archive.read_bytes()).hexdigest() != CHECKER_DIGEST:
            print("test.py: the Nu checker cannot be had by npm; the HTML is not put to it.")
            return
        with tarfile.open(archive) as packed:
            jar.write_bytes(packed.extractfile("package/build/dist/vnu.jar").read())
    os.environ["VNU_JAR"] = str(jar)


def _browser() -> str:
    return next(filter(None, map(shutil.which, BROWSERS)), "")


if __name__ == "__main__":
    os.chdir(bootstrap.ROOT)
    sys.exit(main(sys.argv[1:]))
