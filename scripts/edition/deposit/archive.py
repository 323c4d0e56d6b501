"""The archive of a version: one zip with the site, the text and data it was made from, licences and metadata."""

from __future__ import annotations

import hashlib
import json
import mimetypes
import zipfile
from pathlib import Path

from ..model.edition import Edition
from ..publish import atomic_replace
from ..publish.zip_entries import zip_entry
from . import metadata

FOLDER = "dist"
_IN_REPOSITORY = ("CITATION.cff", ".zenodo.json")  # where Zenodo and GitHub look for them
_SOURCES = ("docs", "LICENSE", "README.md")
_COMPRESSED = (".br", ".gz")  # copies of what is in the archive anyway


def write(edition: Edition, site: Path) -> Path:
    """Write the archive into `dist/`, and the metadata files into the root of the project; returns the archive's path.

    The same files make the same bytes. Formats in site/files are in it as part of the site.
    """
    texts = metadata.files(edition)
    for name in _IN_REPOSITORY:
        atomic_replace.write(edition.root / name, texts[name])
    content = {name: text.encode() for name, text in texts.items()}
    content |= {f"site/{name}": data for name, data in _files(site).items() if not name.endswith(_COMPRESSED)}
    for name in _SOURCES:
        path = edition.root / name
        if path.is_dir():
            content |= {f"{name}/{inner}": data for inner, data in _files(path).items()}
        elif path.is_file():
            content[name] = path.read_bytes()
    content["ro-crate-metadata.json"] = crate(edition, content).encode()
    sums = [f"{hashlib.sha256(content[name]).hexdigest()}  {name}\n" for name in sorted(content)]
    content["manifest-sha256.txt"] = "".join(sums).encode()
    stem = f"{edition.facts.identifier}-{edition.facts.version}"
    archive = edition.root / FOLDER / f"{stem}.zip"
    archive.parent.mkdir(exist_ok=True)
    new = archive.with_suffix(".new")
    day = edition.facts.released
    with zipfile.ZipFile(new, "w") as packed:
        for name in sorted(content):
            packed.writestr(zip_entry(f"{stem}/{name}", day), content[name], compresslevel=9)
    new.replace(archive)
    return archive


def crate(edition: Edition, content: dict[str, bytes]) -> str:
    """`ro-crate-metadata.json`, RO-Crate 1.2, for files with these paths."""
    names = sorted(content)
    author = {"@id": "#author", "@type": "Person", "name": edition.author(edition.original)}
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": metadata.title(edition),
        "description": "A digital edition of a scholarly article, with translations: site, text, data.",
        "identifier": edition.facts.identifier,
        "version": edition.facts.version,
        "datePublished": edition.facts.released.isoformat(),
        "inLanguage": [locale.code for locale in edition.locales],
        "author": {"@id": author["@id"]},
        "license": {"@id": "LICENSE"},
        "hasPart": [{"@id": name} for name in names],
    }
    descriptor = {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.2"},
        "about": {"@id": "./"},
    }
    parts = [
        {
            "@id": name,
            "@type": "File",
            "name": name,
            "contentSize": str(len(content[name])),
            "encodingFormat": mimetypes.guess_type(name)[0] or "text/plain",
            "sha256": hashlib.sha256(content[name]).hexdigest(),
        }
        for name in names
    ]
    graph = [descriptor, root, author, *parts]
    value = {"@context": "https://w3id.org/ro/crate/1.2/context", "@graph": graph}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _files(folder: Path) -> dict[str, bytes]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
