"""XHTML, written with lxml: elements, and the document around them."""

from __future__ import annotations

import posixpath

from lxml import etree

from ...markup.foreign_words import split_by_language
from ...markup.typesetting import typeset
from ...model.edition import Edition
from ...model.page import Locale

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
STYLE = "book.css"

Element = etree._Element
Content = Element | str | None


def tag(name: str, /, *content: Content, **attributes: str | None) -> Element:
    """An element of XHTML. Attributes that are None are left out.

    `class_` is written for `class`, `data_apparatus` for `data-apparatus`, `epub_type` for `epub:type`; `lang` sets
    `xml:lang` too.
    """
    element = etree.Element(f"{{{XHTML}}}{name}", None, {None: XHTML, "epub": OPS})
    for key, value in attributes.items():
        if value is None:
            continue
        if key == "lang":
            element.set(_XML_LANG, value)
        prefix, _, local = key.partition("_")
        element.set(f"{{{OPS}}}{local}" if prefix == "epub" else key.strip("_").replace("_", "-"), value)
    return add(element, *content)


def add(element: Element, *content: Content) -> Element:
    """Append elements and text to an element, which is returned."""
    for one in content:
        if one is None:
            continue
        if not isinstance(one, str):
            element.append(one)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + one
        else:
            element.text = (element.text or "") + one
    return element


def marked(edition: Edition, text: str, locale: Locale) -> list[Content]:
    """A text of the edition, with the language of words in another language."""
    return [
        tag("span", words, lang=code) if code else typeset(words, locale)
        for words, code in split_by_language(edition, text, locale)
    ]


def document(path: str, title: str, language: str, body: Element) -> bytes:
    """The document with this body, to stand at this path in the book."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("title", title),
        tag("meta", name="viewport", content="width=device-width"),
        tag("link", rel="stylesheet", type="text/css", href=relative(path, STYLE)),
    )
    return serialized(tag("html", head, body, lang=language), doctype="<!DOCTYPE html>")


def serialized(root: Element, doctype: str | None = None) -> bytes:
    """The bytes of an XML document, with each name of a namespace declared once."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["epub"] if root.tag == f"{{{XHTML}}}html" else None)
    declared = b'<?xml version="1.0" encoding="utf-8"?>\n'
    return declared + etree.tostring(root, encoding="utf-8", doctype=doctype, xml_declaration=False) + b"\n"


def relative(path: str, to: str, anchor: str = "") -> str:
    """The address of a file of the book, and of an id in it, as seen from another file."""
    target = posixpath.relpath(to, posixpath.dirname(path) or ".")
    return f"{target}#{anchor}" if anchor else target
