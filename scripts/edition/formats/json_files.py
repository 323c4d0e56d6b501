"""The data as JSON, with schemas: `files/units.json`, `files/timeline.json`, `files/glossary.json`, and the paragraphs,
`p/12/index.json`.

The schemas, in JSON Schema 2020-12, are `files/units.schema.json` and so on; they are kept as YAML in `schemas/`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from ..model.addressing import card, link
from ..model.edition import Edition
from ..model.memo import memoized
from . import records
from .files import FOLDER

_SCHEMAS = Path(__file__).with_name("schemas")
_NAMES = ("units", "timeline", "glossary")
_PARAGRAPH = "paragraph"


def paths(edition: Edition) -> list[str]:
    """The files of the whole edition, the schemas, and one file for each paragraph."""
    return [
        *(f"{FOLDER}/{name}.json" for name in _NAMES),
        *(_schema_path(name) for name in (*_NAMES, _PARAGRAPH)),
        *_paragraphs(edition),
    ]


def content(edition: Edition, path: str) -> str:
    """One file."""
    if path in _paragraphs(edition):
        record = records.paragraph_record(edition, _paragraphs(edition)[path])
        return _json({"$schema": link(path.removesuffix("index.json"), _schema_path(_PARAGRAPH)), **record})
    name = path.removeprefix(f"{FOLDER}/").partition(".")[0]
    if path == _schema_path(name):
        return _json(schema(name))
    values = {
        "units": ("units", records.unit_records),
        "timeline": ("parts", records.timeline_records),
        "glossary": ("entries", records.glossary_records),
    }
    key, make = values[name]
    return _json({"$schema": f"{name}.schema.json", **records.head(edition), key: make(edition)})


def schema(name: str) -> dict[str, Any]:
    """The schema of a kind of file, with the definitions that all share."""
    shared = _read("shared")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_read(name), "$defs": shared}


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((_SCHEMAS / f"{name}.yml").read_text(encoding="utf-8"))
    return found


def _schema_path(name: str) -> str:
    return f"{FOLDER}/{name}.schema.json"


@memoized
def _paragraphs(edition: Edition) -> dict[str, str]:
    return {f"{card(name)}index.json": name for name in records.paragraphs(edition)}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
