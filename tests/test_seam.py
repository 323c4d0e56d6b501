"""Leaving MkDocs means to replace one file: another renderer gives the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from edition.model.build_options import BuildOptions
from edition.model.reader import read_edition
from support.projects import EPOCH, PUBLISHED
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
