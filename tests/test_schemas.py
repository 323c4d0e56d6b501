"""What is written for other programs, against their own schemas, as packages of PyPI have them (`test.py --all`)."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import jsonschema
import pytest
from edition.deposit import metadata
from edition.model.edition import Edition
from support.projects import ROOT


@pytest.mark.skipif(
    not find_spec("check_jsonschema"), reason="check-jsonschema is not installed; scripts/test.py --all installs it"
)
@pytest.mark.parametrize(
    "schema, path",
    (
        ("github-workflows", ".github/workflows/test.yml"),
        ("github-workflows", ".github/workflows/publish.yml"),
        ("gitlab-ci", ".gitlab-ci.yml"),
    ),
)
def test_workflows_are_valid(schema: str, path: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", path]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(not find_spec("datacite"), reason="datacite is not installed; scripts/test.py --all installs it")
def test_datacite_metadata_are_valid(edition: Edition) -> None:
    """The package has schema 4.5; the one relation that 4.6 adds, and the edition needs, is added here."""
    path = Path(find_spec("datacite").origin).parent / "schemas/datacite-v4.5.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    assert "IsTranslationOf" not in json.dumps(schema), "4.6 is there: leave this out"
    schema["definitions"]["relationType"]["enum"].append("IsTranslationOf")
    described = metadata.datacite(edition)
    jsonschema.Draft201909Validator(schema).validate(described)
    del described["publisher"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft201909Validator(schema).validate(described)
