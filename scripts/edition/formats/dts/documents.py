"""The answers of the endpoint for documents: the TEI of a language, and each unit of it in a `dts:wrapper`.

They are cut out of `files/edition.xml`; by `xml:base`, their pointers still lead there.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from ...citing.cited import whole_address
from ...model.edition import Edition
from ...model.page import Locale
from .. import files
from ..tei import PATH
from ..tei.writing import NAMESPACE, identifier
from . import places
from .citation import citables

_DTS = "https://w3id.org/api/dts#"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_ID = "{http://www.w3.org/XML/1998/namespace}id"


def documents(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every document with its path."""
    whole = etree.fromstring(files.content(edition, PATH))
    named = {name: element for element in whole.iter(etree.Element) if (name := element.get(_ID))}
    for locale in edition.locales:
        yield places.document(locale.code), _text(edition, locale, whole, named[locale.code])
        for unit in citables(edition, locale):
            path = places.document(locale.code, unit.id)
            yield path, _unit(edition, path, named[identifier(locale, unit.id)])


def _text(edition: Edition, locale: Locale, whole: Element, text: Element) -> bytes:
    """A document with the header of the whole and the text of one language."""
    root = _root(edition, places.document(locale.code))
    root.append(copy.deepcopy(whole[0]))
    root.append(copy.deepcopy(text))
    return _written(root)


def _unit(edition: Edition, path: str, element: Element) -> bytes:
    root = _root(edition, path)
    piece = copy.deepcopy(element)
    piece.tail = None
    etree.SubElement(root, f"{{{_DTS}}}wrapper", nsmap={"dts": _DTS}).append(piece)
    return _written(root)


def _root(edition: Edition, path: str) -> Element:
    root = etree.Element(f"{{{NAMESPACE}}}TEI", nsmap={None: NAMESPACE})
    root.set(_BASE, whole_address(edition, PATH) or places.relative(path, PATH))
    return root


def _written(root: Element) -> bytes:
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"
