"""An independent link checker, lychee, finds no dead link in the built site either."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LYCHEE = shutil.which("lychee", path=str(Path(sys.executable).parent)) or shutil.which("lychee")


def dead_links(site: Path) -> dict[str, list[dict]]:
    """The dead links that lychee finds in a site, by page."""
    if not LYCHEE:
        pytest.skip("lychee is not installed; scripts/test.py --all installs it")
    options = [
        "--offline",
        "--include-fragments",
        "--index-files",
        "index.html",
        "--no-progress",
        "--format",
        "json",
        "--root-dir",
        str(site),
    ]
    pages = [str(path) for path in sorted(site.rglob("*.html"))]
    done = subprocess.run([LYCHEE, *options, "--", *pages], capture_output=True, text=True, cwd=site, check=False)
    assert done.returncode in (0, 2), done.stderr
    report = json.loads(done.stdout)
    assert report["total"] > 1000
    return report["error_map"]


def test_site_has_no_dead_links(site: Path) -> None:
    assert dead_links(site) == {}


def test_dead_links_are_found(site: Path, tmp_path: Path) -> None:
    """The negative control: lychee finds a broken anchor and a broken file."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    page = copy / "ru/index.html"
    text = page.read_text(encoding="utf-8")
    assert 'href="#n1"' in text and 'href="timeline/"' in text
    page.write_text(text.replace('href="#n1"', 'href="#n99"').replace('href="timeline/"', 'href="times/"'))
    assert [Path(name).relative_to(copy).as_posix() for name in dead_links(copy)] == ["ru/index.html"]
