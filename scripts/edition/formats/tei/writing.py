"""Writes TEI elements with lxml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from lxml import etree
from lxml.etree import _Element as Element

from ...model.edition import Edition
from ...model.page import Locale

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_XML = "{http://www.w3.org/XML/1998/namespace}"
# The names of attributes whose prefix or name Python does not allow.
_NAMES = {"id": f"{_XML}id", "lang": f"{_XML}lang", "from_": "from"}


class Writer:
    """Appends to an element and, within `inside`, to the elements opened there."""

    def __init__(self, root: Element) -> None:
        """Append to this element."""
        self.here = root

    def add(self, name: str, text: str = "", /, **attributes: str) -> Element:
        """Append an element with this text; attributes with empty values are left out."""
        element = etree.SubElement(self.here, f"{{{NAMESPACE}}}{name}")
        for key, value in attributes.items():
            if value:
                element.set(_NAMES.get(key, key), value)
        element.text = text or None
        return element

    def text(self, words: str) -> None:
        """Append text."""
        if len(self.here):
            self.here[-1].tail = (self.here[-1].tail or "") + words
        else:
            self.here.text = (self.here.text or "") + words

    @contextmanager
    def inside(self, name: str, /, **attributes: str) -> Iterator[Element]:
        """Append an element, and append to it until the end of the block. In front of it a new line begins."""
        outer, element = self.here, self.add(name, **attributes)
        self.here = element
        yield element
        self.here = outer

    def localized(self, edition: Edition, name: str, words: Mapping[str, str] | None, /, **attributes: str) -> None:
        """Append an element for each language that has words."""
        for locale in edition.locales:
            if words and words.get(locale.code):
                self.add(name, words[locale.code], lang=locale.code, **attributes)


def identifier(locale: Locale, name: str) -> str:
    """The `xml:id` of what has this id in the article of a language: `p12` in the original, `ru-p12` in Russian."""
    return name if locale.original else f"{locale.code}-{name}"
