"""Leaving MkDocs means to replace one file: another renderer gives the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import pytest
from edition.model.build_options import BuildOptions
from edition.model.reader import read_edition
from support.projects import EPOCH, PUBLISHED, append, copy_of, digests, run
from support.second_renderer import rendered


def differing(site: Path) -> list[str]:
    """The pages of a built site that a second renderer makes otherwise."""
    options = BuildOptions(built_on=datetime.fromtimestamp(int(EPOCH), UTC).date())
    pages = dict(rendered(read_edition(site.parent, options)))
    assert len(pages) == 22  # seven pages in three languages, and the one for a missing address
    return [path for path, html in pages.items() if (site / path).read_text(encoding="utf-8") != html]


def test_another_renderer_gives_the_same_pages(site: Path) -> None:
    assert differing(site) == []


def test_another_renderer_gives_the_same_pages_for_an_address(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", PUBLISHED)
    assert differing(published) == []


def another_mkdocs() -> str:
    """A fork of MkDocs that is kept and reads the same settings, as a module to run."""
    if not find_spec("properdocs"):
        pytest.skip("no properdocs here: it is one of the heavy tools, which scripts/test.py --all installs")
    return "properdocs"


def test_a_fork_of_mkdocs_gives_the_same_site(built_small: Path, tmp_path: Path) -> None:
    fork = another_mkdocs()
    project = copy_of(built_small, tmp_path / "project")
    before = digests(project / "site")
    done = run(project, "-m", fork, "build", "--strict", "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    assert digests(project / "site") == before


def test_a_warning_under_a_fork_of_mkdocs_leaves_the_old_site(built: Path) -> None:
    fork = another_mkdocs()
    before = digests(built / "site")
    warn = f"logging.getLogger('{fork}.plugins').warning('a warning of the renderer')"
    append(built, "scripts/hooks.py", f"\n\ndef on_nav(nav, config, files):\n    {warn}\n    return nav\n")
    done = run(built, "-m", fork, "build", "--strict")
    assert done.returncode and "a warning of the renderer" in done.stdout + done.stderr
    assert digests(built / "site") == before
