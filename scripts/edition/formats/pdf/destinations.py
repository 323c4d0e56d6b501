"""Adds named destinations to a PDF, so that `ru.pdf#p12` opens at paragraph 12. Typst only makes those of headings.

They are appended as an incremental update: what Typst has written and checked stays as it is, byte for byte.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NullObject, TextStringObject

_ABOVE = 14  # points that are shown above the first baseline


@dataclass(frozen=True)
class Destination:
    """A name, the page (from 0), and the place on it in points from its upper left corner."""

    name: str
    page: int
    x: float
    y: float


def with_destinations(pdf: bytes, destinations: Iterable[Destination]) -> bytes:
    """The PDF with these named destinations."""
    writer = PdfWriter(io.BytesIO(pdf), incremental=True)
    entries: list[TextStringObject | ArrayObject] = []
    places = {one.name: one for one in destinations}
    for name in sorted(places):
        one = places[name]
        page = writer.pages[one.page]
        top = FloatObject(round(min(float(page.mediabox.height) - one.y + _ABOVE, float(page.mediabox.height)), 2))
        target = [page.indirect_reference, NameObject("/XYZ"), NullObject(), top, NullObject()]
        entries += [TextStringObject(name), ArrayObject(target)]
    root = writer.root_object
    if "/Names" not in root:
        root[NameObject("/Names")] = DictionaryObject()
    names = root["/Names"].get_object()
    assert isinstance(names, DictionaryObject)
    leaf = DictionaryObject({NameObject("/Names"): ArrayObject(entries)})
    if entries:
        leaf[NameObject("/Limits")] = ArrayObject([entries[0], entries[-2]])
        kid = DictionaryObject({NameObject("/Kids"): ArrayObject([writer._add_object(leaf)])})
        names[NameObject("/Dests")] = writer._add_object(kid)
    result = io.BytesIO()
    writer.write(result)
    return result.getvalue()
