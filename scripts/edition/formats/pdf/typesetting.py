"""Typesets a template by Typst, with the fonts that come with it, and adds the named destinations."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from ...model.edition import Edition
from ...publish.pictures import fonts
from ...publish.store import Store, digest_of
from ...web.templating import FOLDER

_TEMPLATES = "formats/pdf"


def made(edition: Edition, template: str, inputs: str, attached: bytes) -> bytes:
    """The PDF of a template from its input, with the TEI attached unless it is empty; from the cache if it has it."""
    folder = edition.root / FOLDER / _TEMPLATES
    templates = [path.name.encode() + b"\0" + path.read_bytes() for path in sorted(folder.glob("*.typ"))]
    key = digest_of(template, inputs, attached, *templates, version("typst"), version("pypdf"), _own_code())
    return Store(edition.root).cached("PDF", key, lambda: _typeset(edition, folder, template, inputs, attached))


def _typeset(edition: Edition, folder: Path, template: str, inputs: str, attached: bytes) -> bytes:
    # Both are slow to import, and not needed for files that have not changed.
    import typst

    from .destinations import Destination, with_destinations

    released = edition.facts.released
    at = datetime(released.year, released.month, released.day, tzinfo=UTC)
    with TemporaryDirectory() as name:
        here = Path(name)
        for path in folder.glob("*.typ"):
            (here / path.name).write_bytes(path.read_bytes())
        (here / "data.json").write_text(inputs, encoding="utf-8")
        if attached:
            (here / "edition.xml").write_bytes(attached)
        compiler = typst.Compiler(
            here / template, root=here, font_paths=fonts(), sys_inputs={"attached": "yes" if attached else ""}
        )
        try:
            # Typst checks the file against both standards, and refuses to write one that fails.
            result, warnings = compiler.compile_with_warnings(
                format="pdf", pdf_standards=["ua-1", "a-3a"], timestamp=at
            )
            found = json.loads(compiler.query("<destination>", field="value"))
        except typst.TypstError as error:
            raise ValueError(f"{FOLDER}/{_TEMPLATES}/{template}: {error}") from error
    if warnings or not isinstance(result, bytes):
        raise ValueError(f"{FOLDER}/{_TEMPLATES}/{template}: {warnings[0].message if warnings else 'no single file'}")
    destinations = [
        Destination(one["id"], one["page"] - 1, *(float(one[axis].removesuffix("pt")) for axis in "xy"))
        for one in found
    ]
    return with_destinations(result, destinations)


@cache
def _own_code() -> bytes:
    """A digest of the code of this package."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).digest()
