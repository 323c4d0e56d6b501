"""Unusual machines: settings of pip and Python that must not affect the project, and checks of its own packaging."""

from __future__ import annotations

import gzip
import hashlib
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from edition.publish import compression
from edition.publish.store import Store
from support.imports import from_elsewhere
from support.projects import ROOT, run, surroundings


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder with a module that shadows one the edition needs."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "yaml.py").write_text("raise RuntimeError('this is another yaml')\n")
    return folder


@pytest.mark.parametrize("command", (["scripts/build.py", "--check"], ["scripts/build.py", "--explain", "XREF001"]))
def test_other_modules_on_the_path_are_ignored(small: Path, elsewhere: Path, command: list[str]) -> None:
    done = run(small, *command, PYTHONPATH=str(elsewhere), PYTHONSAFEPATH="1")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("flags", (["-I"], ["-P"], ["-E", "-s"]))
def test_entry_points_run_with_any_python_flags(small: Path, flags: list[str]) -> None:
    done = run(small, *flags, "scripts/build.py", "--check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "no findings\n", "")
    assert run(small, *flags, "scripts/test.py", "--help").returncode == 0


@pytest.mark.slow
def test_packages_are_installed_into_the_environment_despite_pip_settings(small: Path, tmp_path: Path) -> None:
    """pip creates the environment from a local file, under settings and a file that make it install elsewhere."""
    wheel = make_wheel(tmp_path)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (small / ".venv").unlink()
    (small / "requirements.txt").write_text(f"stand-in @ {wheel.as_uri()} --hash=sha256:{digest}\n")
    (small / "scripts/probe.py").write_text(
        "import bootstrap\nbootstrap.enter('requirements.txt')\nimport yaml\nprint(yaml.__file__)\n"
    )
    outside = tmp_path / "outside"
    settings = {"PIP_USER": "1", "PIP_TARGET": str(outside), "PIP_PREFIX": str(outside), "PIP_NO_INDEX": "1"}
    (tmp_path / "pip.conf").write_text(f"[global]\ntarget = {outside}\nuser = true\n")
    settings["PIP_CONFIG_FILE"] = str(tmp_path / "pip.conf")
    done = run(small, "scripts/probe.py", **settings, PATH="/usr/bin:/bin")
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).is_relative_to(small / ".venv")
    assert not outside.exists()


def make_wheel(folder: Path) -> Path:
    """Create a package with empty modules of the names that an intact environment must have."""
    path = folder / "stand_in-1-py3-none-any.whl"
    files = {
        **{f"{name}.py": "" for name in ("lxml", "mkdocs", "yaml")},
        "stand_in-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: stand-in\nVersion: 1\n",
        "stand_in-1.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    with zipfile.ZipFile(path, "w") as wheel:
        for name, content in files.items():
            wheel.writestr(name, content)
        wheel.writestr("stand_in-1.dist-info/RECORD", "".join(f"{name},,\n" for name in files))
    return path


def test_compressed_files_do_not_depend_on_the_python_version(tmp_path: Path) -> None:
    """The tenth byte names the system in some versions of Python; here it must be «unknown»."""
    (tmp_path / "page.html").write_bytes(b"<p>" + b"letters " * 1000)
    compression.Compression(tmp_path, Store(tmp_path / "kept")).write()
    packed = (tmp_path / "page.html.gz").read_bytes()
    assert packed[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    assert gzip.decompress(packed) == (tmp_path / "page.html").read_bytes()


def normalised(name: str) -> str:
    """The normalised name of a package (PEP 503)."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", name)[0]).lower()


@pytest.mark.parametrize("folder, groups", (("scripts/edition", ()), ("scripts", ("dev",)), ("tests", ("dev",))))
def test_what_is_imported_is_declared(folder: str, groups: tuple[str, ...]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = [
        *project["project"]["dependencies"],
        *(one for name in groups for one in project["dependency-groups"][name]),
    ]
    declared = {normalised(one) for one in listed if isinstance(one, str)}
    ours = {path.stem for path in (*(ROOT / "scripts").iterdir(), *(ROOT / "tests").iterdir())}
    there = packages_distributions()
    for path in sorted((ROOT / folder).rglob("*.py")):
        for name in from_elsewhere(path) - ours - set(sys.stdlib_module_names):
            assert {normalised(one) for one in there.get(name, [name])} & declared, f"{path}: {name} is not declared"


def test_locks_have_hashes_and_no_addresses() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-heavy.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        options = {line.strip().split("=")[0] for line in text.splitlines() if line.strip().startswith("--")}
        assert options == {"--hash"} and "http" not in text


def test_version_is_defined_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" not in project and project["dynamic"] == ["version"]
    facts = yaml.safe_load((ROOT / "docs/_data/edition.yml").read_text(encoding="utf-8"))
    assert re.fullmatch(r"\d+\.\d+\.\d+(-dev)?", facts["version"])


def test_code_is_formatted_linted_and_typed() -> None:
    """With ruff and mypy, as configured in pyproject.toml."""
    for command in (["ruff", "format", "--check"], ["ruff", "check"], ["mypy"]):
        done = subprocess.run(
            [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, env=surroundings(), check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
