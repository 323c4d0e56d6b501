"""What is kept between builds is kept by all that it was made from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from edition.model.reader import read_edition
from edition.outputs import sharing
from edition.publish.store import Store
from edition.web import templating
from edition.web.templating import CompiledTemplates
from jinja2 import Environment


def test_a_template_is_compiled_again_by_another_environment(tmp_path: Path) -> None:
    code = tmp_path / "code.py"
    code.write_text("one")

    def compiled(**settings: bool) -> set[Path]:
        """The cached files after a template has been compiled in an environment with these settings."""
        environment = Environment(**settings)  # type: ignore[arg-type]
        environment.filters |= {name: str for name in ("quoted",) if "autoescape" not in settings}
        cache = CompiledTemplates(Store(tmp_path), environment, code)
        bucket = cache.get_bucket(environment, "name", "file", "{{ 'x' }}")
        bucket.code = compile("1", "name", "eval")
        cache.set_bucket(bucket)
        return {path for path in (tmp_path / ".cache").rglob("*") if path.is_file()}

    assert len(compiled()) == len(compiled()) == 1
    assert len(compiled(trim_blocks=True)) == 2
    assert len(compiled(autoescape=False)) == 3
    code.write_text("another filter")
    assert len(compiled()) == 4


@pytest.mark.parametrize("name", ("jinja2", "markupsafe"))
def test_a_template_is_compiled_again_by_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def kind() -> str:
        return CompiledTemplates(Store(tmp_path), Environment(), Path(__file__)).kind

    before = kind()
    monkeypatch.setattr(templating, "version", lambda package: "another" if package == name else "1")
    assert kind() != before


def test_a_picture_is_typeset_again_for_another_resolution_or_typst(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(small / ".cache", ignore_errors=True)
    small_edition = read_edition(small)
    locale = small_edition.original
    made: list[str] = []
    monkeypatch.setattr(sharing, "typeset_picture", lambda *_: made.append("one") or b"picture")
    sharing.picture(small_edition, locale)
    sharing.picture(small_edition, locale)
    assert len(made) == 1
    monkeypatch.setattr(sharing, "PPI", 144)
    sharing.picture(small_edition, locale)
    monkeypatch.setattr(sharing, "version", lambda _: "another")
    sharing.picture(small_edition, locale)
    assert len(made) == 3
