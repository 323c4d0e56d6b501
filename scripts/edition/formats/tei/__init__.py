"""The edition as TEI P5: `files/edition.xml`.

The original is transcribed with every operation as `choice`: taking each `sic` gives `source.txt`, line by line; taking
each `corr` gives the published text. The translations follow, aligned by `corresp`. Notes, text-critical notes, the
register of names and terms, and the timeline stand in `standOff`. The file keeps to `tei.rng`, a small schema of the
elements used here (TEI001), and is valid by the whole TEI schema.
"""

from __future__ import annotations

from lxml import etree

from ...model.edition import Edition
from ..files import FOLDER
from .header import header
from .registers import registers
from .texts import texts
from .writing import NAMESPACE, Writer

PATH = f"{FOLDER}/edition.xml"


def paths(_edition: Edition) -> list[str]:
    """The one path."""
    return [PATH]


def content(edition: Edition, _path: str) -> bytes:
    """The document, in UTF-8."""
    root = etree.Element(f"{{{NAMESPACE}}}TEI", nsmap={None: NAMESPACE})
    writer = Writer(root)
    header(edition, writer)
    registers(edition, writer)
    texts(edition, writer)
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"
