"""Lock the dependencies: resolve pyproject.toml into the requirements files, with hashes.

    python3 scripts/lock.py               lock what pyproject.toml asks for; keep locked versions that still fit
    python3 scripts/lock.py --upgrade     lock the newest versions that pyproject.toml allows

The locks are valid on every system, for every Python from the oldest that pyproject.toml allows. They are resolved by
uv: the one on the path, or one that is installed only for this run.

Exit status: 0 locked; 2 locking failed, and the old locks are unchanged.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# With `-I`, `-P` or PYTHONSAFEPATH, Python does not put the folder of a script on its path.
if (HERE := str(Path(__file__).resolve().parent)) not in sys.path:
    sys.path.insert(0, HERE)

import bootstrap

# The dependency groups that each lock includes besides the project's own dependencies.
GROUPS: dict[str, tuple[str, ...]] = dict(zip(bootstrap.LOCKS, ((), ("dev",), ("dev", "heavy")), strict=True))
OLDEST = ".".join(map(str, bootstrap.OLDEST_PYTHON))
# `fewest`: one version of a package for all Pythons if possible. No header: it would contain local paths.
COMPILE = ("pip", "compile", "--quiet", "--universal", "--python-version", OLDEST, "--fork-strategy", "fewest")
FORM = ("--generate-hashes", "--no-header")


def main(arguments: list[str]) -> int:
    """Write the locks; returns the exit status."""
    if arguments not in ([], ["--upgrade"]):
        print(__doc__)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # In a temporary folder, so that a failure leaves the locks unchanged, and no local path gets into them.
        for file in ("pyproject.toml", *GROUPS):
            if (bootstrap.ROOT / file).is_file():
                shutil.copy(bootstrap.ROOT / file, folder / file)
        try:
            uv = shutil.which("uv") or _install_uv(folder)
            for lock, groups in GROUPS.items():
                # Packages of a smaller lock have the same version in the larger ones.
                smaller = bootstrap.LOCKS[: bootstrap.LOCKS.index(lock)]
                chosen = [f"--group={group}" for group in groups] + [f"--constraint={one}" for one in smaller]
                command = [uv, *COMPILE, *FORM, *arguments, *chosen, "pyproject.toml", "-o", lock]
                subprocess.run(command, cwd=folder, check=True)
        except (OSError, subprocess.CalledProcessError) as reason:
            print(f"lock.py: locking failed: {reason}", file=sys.stderr)
            return 2
        for lock in GROUPS:
            shutil.copy(folder / lock, bootstrap.ROOT / lock)
    return 0


def _install_uv(folder: Path) -> str:
    """Install uv into a virtual environment in this folder; returns the path of its command."""
    environment = folder / "uv"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    python = environment / bootstrap.PYTHON.relative_to(bootstrap.ENVIRONMENT)
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", "uv"], check=True)
    return str(python.with_name("uv.exe" if python.suffix else "uv"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
