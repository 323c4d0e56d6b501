"""Lock what the project is built and tested with: resolve pyproject.toml into the requirements files, with hashes.

    python3 scripts/lock.py               locks what pyproject.toml asks for; what is locked stays where it still fits
    python3 scripts/lock.py --upgrade     takes the newest versions that pyproject.toml allows

The locks hold for every Python from the oldest on that pyproject.toml names, and for every system. uv resolves them:
the one on the path, or one that is installed for this run alone.

Exit status: 0 locked, 2 the locks could not be made; they are then as they were.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# However Python is started: `-I`, `-P` and PYTHONSAFEPATH keep the folder of a script from being looked in.
if (HERE := str(Path(__file__).resolve().parent)) not in sys.path:
    sys.path.insert(0, HERE)

import bootstrap

# What each lock holds besides the dependencies of the project.
GROUPS: dict[str, tuple[str, ...]] = dict(zip(bootstrap.LOCKS, ((), ("dev",), ("dev", "heavy")), strict=True))
OLDEST = ".".join(map(str, bootstrap.OLDEST_PYTHON))
# `fewest`: one version of a package for all Pythons, wherever there is one. No header: it would name the machine.
COMPILE = ("pip", "compile", "--quiet", "--universal", "--python-version", OLDEST, "--fork-strategy", "fewest")
FORM = ("--generate-hashes", "--no-header")


def main(arguments: list[str]) -> int:
    """Make the locks; returns the exit status."""
    if arguments not in ([], ["--upgrade"]):
        print(__doc__)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # In a folder of its own, so that a failure leaves the locks as they were, and no path gets into them.
        for file in ("pyproject.toml", *GROUPS):
            if (bootstrap.ROOT / file).is_file():
                shutil.copy(bootstrap.ROOT / file, folder / file)
        try:
            uv = shutil.which("uv") or _installed(folder)
            for lock, groups in GROUPS.items():
                # What a smaller lock holds, a larger one holds in the same version.
                smaller = bootstrap.LOCKS[: bootstrap.LOCKS.index(lock)]
                chosen = [f"--group={group}" for group in groups] + [f"--constraint={one}" for one in smaller]
                command = [uv, *COMPILE, *FORM, *arguments, *chosen, "pyproject.toml", "-o", lock]
                subprocess.run(command, cwd=folder, check=True)
        except (OSError, subprocess.CalledProcessError) as reason:
            print(f"lock.py: nothing is locked: {reason}", file=sys.stderr)
            return 2
        for lock in GROUPS:
            shutil.copy(folder / lock, bootstrap.ROOT / lock)
    return 0


def _installed(folder: Path) -> str:
    """Install uv into an environment in this folder; returns the path of its command."""
    environment = folder / "uv"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    python = environment / bootstrap.PYTHON.relative_to(bootstrap.ENVIRONMENT)
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", "uv"], check=True)
    return str(python.with_name("uv.exe" if python.suffix else "uv"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
