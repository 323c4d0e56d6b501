"""The schema of `files/edition.xml`: the elements of TEI P5 that it uses, in RELAX NG."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import etree


@cache
def schema() -> etree.RelaxNG:
    """The compiled schema, `tei.rng`; compiling the whole TEI schema would take libxml2 more than 20 s."""
    return etree.RelaxNG(etree.parse(Path(__file__).with_name("tei.rng")))
