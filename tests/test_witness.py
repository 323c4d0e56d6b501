"""An independent witness: lychee, which knows nothing of the edition, finds no dead link in the built site either."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LYCHEE = shutil.which("lychee", path=str(Path(sys.executable).parent)) or shutil.which("lychee")


def dead(site: Path) -> dict[str, list[dict]]:
    """What lychee finds dead in a site: by the page it stands on."""
    if not LYCHEE:
        pytest.skip("no lychee here: it is one of the heavy tools, which scripts/test.py --all installs")
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
    told = json.loads(done.stdout)
    assert told["total"] > 1000
    return told["error_map"]


def test_no_link_of_the_site_is_dead(site: Path) -> None:
    assert dead(site) == {}


def test_the_witness_would_say_so(site: Path, tmp_path: Path) -> None:
    """One broken anchor and one broken file, and lychee speaks up: its silence above means something."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    page = copy / "ru/index.html"
    text = page.read_text(encoding="utf-8")
    assert 'href="#n1"' in text and 'href="timeline/"' in text
    page.write_text(text.replace('href="#n1"', 'href="#n99"').replace('href="timeline/"', 'href="times/"'))
    assert [Path(name).relative_to(copy).as_posix() for name in dead(copy)] == ["ru/index.html"]
