"""An independent witness: lychee, which knows nothing of the edition, finds no dead link in the built site either."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

LYCHEE = Path(sys.executable).with_name("lychee.exe" if sys.platform == "win32" else "lychee")


def dead(site: Path) -> dict[str, list[dict]]:
    """What lychee finds dead in a site: by the page it stands on."""
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
    done = subprocess.run([LYCHEE, *options, "--", *pages], capture_output=True, text=True, timeout=120, cwd=site)
    assert done.returncode in (0, 2), done.stderr
    told = json.loads(done.stdout)
    assert told["total"] > 1000
    return told["error_map"]


def test_no_link_of_the_site_is_dead(site: Path) -> None:
    assert dead(site) == {}


def test_the_witness_would_say_so(site: Path, tmp_path: Path) -> None:
    """One broken anchor and one broken file, and lychee speaks up: its silence above means something."""
    copy = tmp_path / "site"
    subprocess.run(["cp", "-r", site, copy], check=True)
    page = copy / "ru/index.html"
    text = page.read_text(encoding="utf-8")
    assert 'href="#n1"' in text and 'href="timeline/"' in text
    page.write_text(text.replace('href="#n1"', 'href="#n99"').replace('href="timeline/"', 'href="times/"'))
    assert [Path(name).relative_to(copy).as_posix() for name in dead(copy)] == ["ru/index.html"]
