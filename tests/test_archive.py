"""The archive of a version: complete, the same bytes every time, and described truly."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
import yaml
from edition.deposit import metadata
from edition.model.edition import Edition
from support.projects import ROOT, build


@pytest.mark.slow
def test_the_archive_is_complete_and_the_same_every_time(built: Path) -> None:
    assert "Wrote dist/author-2021-0.1.0.zip" in build(built, "--archive").stdout
    path = built / "dist/author-2021-0.1.0.zip"
    first = path.read_bytes()
    with zipfile.ZipFile(path) as packed:
        files = {name.removeprefix("author-2021-0.1.0/"): packed.read(name) for name in packed.namelist()}
    path.unlink()
    build(built, "--archive")
    assert path.read_bytes() == first
    assert {"site/index.html", "docs/kk/index.md", "docs/_data/source.txt", "CITATION.cff", ".zenodo.json"} <= set(
        files
    )
    assert not [name for name in files if name.endswith((".br", ".gz"))]
    sums = dict(line.split("  ")[::-1] for line in files.pop("manifest-sha256.txt").decode().splitlines())
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    crate = json.loads(files.pop("ro-crate-metadata.json"))
    graph = {item["@id"]: item for item in crate["@graph"]}
    assert graph["ro-crate-metadata.json"]["conformsTo"]["@id"] == "https://w3id.org/ro/crate/1.2"
    assert {part["@id"] for part in graph["./"]["hasPart"]} == set(files) == {one for one in graph if one in files}
    for name in ("CITATION.cff", ".zenodo.json"):
        assert (built / name).read_bytes() == files[name]


def test_metadata_in_the_repository_are_those_of_the_edition(edition: Edition) -> None:
    """If not, `build.py --archive` writes them again."""
    for name in ("CITATION.cff", ".zenodo.json"):
        assert (ROOT / name).read_text(encoding="utf-8") == metadata.files(edition)[name], name


def test_metadata_say_what_is_known_and_nothing_else(edition: Edition) -> None:
    described = metadata.datacite(edition)
    printed = described["relatedItems"][0]
    assert (printed["relationType"], printed["issue"], printed["firstPage"]) == ("IsTranslationOf", "3 (71)", "37")
    assert "publisher" not in printed and "lastPage" not in printed
    assert described["publisher"] == {"name": ":unav"} and "doi" not in described
    citation = yaml.safe_load(metadata.citation_file(edition))
    assert "license" not in citation and "doi" not in citation and "journal" not in citation["references"][0]
    assert metadata.zenodo(edition)["license"] == "other-closed"
    assert edition.facts.article.probable_journal not in json.dumps(metadata.files(edition), ensure_ascii=False)
