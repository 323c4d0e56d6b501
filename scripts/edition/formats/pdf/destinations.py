"""Adds named destinations to a PDF, so that `ru.pdf#p12` opens at paragraph 12. Typst only makes those of headings.

They are appended as an incremental update: what Typst has written and checked stays as it is, byte for byte.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

_ABOVE = 14  # points that are shown above the first baseline


@dataclass(frozen=True)
class Destination:
    """A name, the page (from 0), and the place on it in points from its upper left corner."""

    name: str
    page: int
    x: float
    y: float


def with_destinations(pdf: bytes, destinations: Iterable[Destination]) -> bytes:
    """The PDF with these named destinations, if there are any."""
    places = {one.name: one for one in destinations}
    if not places:
        return pdf
    reader = PdfReader(io.BytesIO(pdf))
    size = cast(int, reader.trailer["/Size"])
    leaf, tree = IndirectObject(size, 0, reader), IndirectObject(size + 1, 0, reader)
    entries: list[TextStringObject | ArrayObject] = []
    for name in sorted(places):
        page = reader.pages[places[name].page]
        height = float(page.mediabox.height)
        top = FloatObject(round(min(height - places[name].y + _ABOVE, height), 2))
        target = [page.indirect_reference, NameObject("/XYZ"), NullObject(), top, NullObject()]
        entries += [TextStringObject(name), ArrayObject(target)]
    root = reader.root_object
    names = root.get("/Names", DictionaryObject()).get_object()
    names[NameObject("/Dests")] = tree
    root[NameObject("/Names")] = names  # within the root, also if Typst wrote it as an object of its own
    limits = ArrayObject([entries[0], entries[-2]])
    changed = {
        reader.trailer.raw_get("/Root"): root,
        leaf: DictionaryObject({NameObject("/Names"): ArrayObject(entries), NameObject("/Limits"): limits}),
        tree: DictionaryObject({NameObject("/Kids"): ArrayObject([leaf])}),
    }
    return pdf + _update(reader, len(pdf), changed)


def named(pdf: bytes) -> frozenset[str]:
    """The names of the destinations of a PDF; none if it cannot be read."""
    try:
        return frozenset(PdfReader(io.BytesIO(pdf)).named_destinations)
    except PyPdfError:
        return frozenset()


def _update(reader: PdfReader, at: int, changed: dict[IndirectObject, DictionaryObject]) -> bytes:
    """An incremental update with these objects, for a file that ends at this byte (ISO 32000-1, 7.5.6).

    `PdfWriter` would first read and compare every object of the file, which takes longer than Typst does.
    """
    written, places = io.BytesIO(), {}
    for reference, value in changed.items():
        places[reference] = at + written.tell()
        written.write(f"{reference.idnum} {reference.generation} obj\n".encode())
        value.write_to_stream(written)
        written.write(b"\nendobj\n")
    table = at + written.tell()
    written.write(b"xref\n")
    for reference, place in places.items():
        written.write(f"{reference.idnum} 1\n{place:010} {reference.generation:05} n\r\n".encode())
    kept = (NameObject(name) for name in ("/Root", "/Info", "/ID") if name in reader.trailer)
    trailer = DictionaryObject({name: reader.trailer.raw_get(name) for name in kept})
    trailer[NameObject("/Size")] = NumberObject(max(one.idnum for one in changed) + 1)
    trailer[NameObject("/Prev")] = NumberObject(reader._startxref)
    written.write(b"trailer\n")
    trailer.write_to_stream(written)
    written.write(f"\nstartxref\n{table}\n%%EOF\n".encode())
    return written.getvalue()
