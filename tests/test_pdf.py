"""The PDFs: the words come out of them as they went in, and every address in them leads to its place."""

from __future__ import annotations

import io
import re
from functools import cache

import pypdf
import pytest
import typst
from edition.formats import pdf
from edition.formats.pdf import letters
from edition.model.edition import Edition
from edition.text.pieces import NoteMark, Words
from edition.text.walk import walk
from pypdf.generic import DictionaryObject
from support.projects import ROOT

LANGUAGES = ("kk", "ru", "en")
ADDED = re.compile(r"[\s\u00a0\u202f|°*]")


@cache
def content(edition: Edition, name: str) -> bytes:
    return pdf.content(edition, f"files/{name}.pdf")


def reader(edition: Edition, name: str) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content(edition, name)))


def tagged(reader: pypdf.PdfReader) -> str:
    """The text of the file in the order of its structure tree, without white space and the edition's signs."""
    texts: dict[tuple[int, int], str] = {}
    for number, page in enumerate(reader.pages):
        inside: list[int] = []

        def before(operator: bytes, operands: list, *_: object, inside: list[int] = inside) -> None:
            if operator in (b"BDC", b"BMC"):
                properties = operands[1] if operator == b"BDC" else None
                inside.append(properties.get("/MCID", -1) if isinstance(properties, DictionaryObject) else -1)
            elif operator == b"EMC":
                inside.pop()

        def text(words: str, *_: object, inside: list[int] = inside, number: int = number) -> None:
            if inside and inside[-1] >= 0:
                texts[number, inside[-1]] = texts.get((number, inside[-1]), "") + words

        # pypdf gives text away late, at the next operator: a run is taken at each end of marked content.
        pieces = _by_marked_content(page)
        for key, words in pieces.items():
            texts[number, key] = words
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    found: list[str] = []

    def walk_tree(node: object, page: int) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for kid in node:
                walk_tree(kid, page)
        elif isinstance(node, int):
            found.append(texts.get((page, node), ""))
        elif isinstance(node, DictionaryObject):
            if "/Pg" in node:
                page = pages[node.raw_get("/Pg").idnum]
            if "/MCID" in node:
                found.append(texts.get((page, node["/MCID"]), ""))
            elif "/K" in node:
                walk_tree(node["/K"], page)

    walk_tree(reader.trailer["/Root"]["/StructTreeRoot"]["/K"], 0)
    return ADDED.sub("", "".join(found))
