"""MkDocs can be replaced: another renderer produces the same bytes, and so does a fork of MkDocs."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import pytest
from edition.model.build_options import BuildOptions
from edition.model.page import Locale
from edition.model.reader import read_edition
from edition.outputs.file_sizes import with_sizes
from support.projects import EPOCH, PUBLISHED, append, copy_of, digests, run
from support.second_renderer import rendered


def differing_pages(site: Path) -> list[str]:
    """The pages of a built site that differ from those of the second renderer."""
    options = BuildOptions(built_on=datetime.fromtimestamp(int(EPOCH), UTC).date())
    edition = read_edition(site.parent, options)
    pages = dict(rendered(edition))
    assert len(pages) == 28  # nine pages in three languages, and 404.html

    def locale_of(path: str) -> Locale:
        code = path.partition("/")[0]
        return next((one for one in edition.locales if one.code == code), edition.original)

    written = {path: with_sizes(html, locale_of(path), site) for path, html in pages.items()}
    return [path for path, html in written.items() if (site / path).read_text(encoding="utf-8") != html]


def test_second_renderer_produces_the_same_pages(site: Path) -> None:
    assert differing_pages(site) == []


def test_second_renderer_produces_the_same_pages_with_an_address(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", PUBLISHED)
    assert differing_pages(published) == []


def mkdocs_fork() -> str:
    """The module name of a maintained fork of MkDocs that reads the same settings."""
    if not find_spec("properdocs"):
        pytest.skip("properdocs is not installed; scripts/test.py --all installs it")
    return "properdocs"


def test_mkdocs_fork_builds_the_same_site(built_small: Path, tmp_path: Path) -> None:
    fork = mkdocs_fork()
    project = copy_of(built_small, tmp_path / "project")
    before = digests(project / "site")
    done = run(project, "-m", fork, "build", "--strict", "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    assert digests(project / "site") == before


def test_warning_under_a_mkdocs_fork_leaves_the_old_site(built: Path) -> None:
    fork = mkdocs_fork()
    before = digests(built / "site")
    warn = f"logging.getLogger('{fork}.plugins').warning('a warning of the renderer')"
    append(built, "scripts/hooks.py", f"\n\ndef on_nav(nav, config, files):\n    {warn}\n    return nav\n")
    done = run(built, "-m", fork, "build", "--strict")
    assert done.returncode and "a warning of the renderer" in done.stdout + done.stderr
    assert digests(built / "site") == before
