"""The package document: what the book is, what it contains, and how accessible it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from ...citing.cited import the_edition
from ...citing.described import keywords
from ...citing.phrases import first_printed
from ...model.edition import Edition
from .book import Chapter
from .cover import PICTURE
from .navigation import PATH as NAVIGATION
from .navigation import has_pages
from .xhtml import STYLE, Element, serialized

OPF, DC = "http://www.idpf.org/2007/opf", "http://purl.org/dc/elements/1.1/"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FEATURES = (
    "alternativeText",
    "ARIA",
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
)
_PAGE_FEATURES = ("pageBreakMarkers", "pageNavigation")


def package(edition: Edition, chapters: Sequence[Chapter]) -> bytes:
    """The package document. The book was changed on the day when its version of the edition was released."""
    root = etree.Element(f"{{{OPF}}}package", None, {None: OPF, "dc": DC})
    root.set("version", "3.0")
    root.set("unique-identifier", "id")
    root.set(_LANG, edition.original.code)
    metadata = etree.SubElement(root, f"{{{OPF}}}metadata")
    metadata.extend(_described(edition))
    metadata.extend(_accessibility(edition))
    manifest = etree.SubElement(root, f"{{{OPF}}}manifest")
    for name, path, media, properties in (
        ("nav", NAVIGATION, "application/xhtml+xml", "nav"),
        ("style", STYLE, "text/css", ""),
        ("picture", PICTURE, "image/png", "cover-image"),
        *((_name(one.path), one.path, "application/xhtml+xml", "") for one in chapters),
    ):
        item = etree.SubElement(manifest, f"{{{OPF}}}item", {"id": name, "href": path, "media-type": media})
        if properties:
            item.set("properties", properties)
    spine = etree.SubElement(root, f"{{{OPF}}}spine")
    for chapter in chapters:
        etree.SubElement(spine, f"{{{OPF}}}itemref", {"idref": _name(chapter.path)})
        if chapter.path == "title.xhtml":
            etree.SubElement(spine, f"{{{OPF}}}itemref", {"idref": "nav"})
    return serialized(root)


def _name(path: str) -> str:
    return "f-" + path.removesuffix(".xhtml").replace("/", "-")


def _described(edition: Edition) -> Iterator[Element]:
    facts, original = edition.facts, edition.original
    others = [locale for locale in edition.locales if locale != original]
    yield _dc("identifier", f"urn:uuid:{uuid5(NAMESPACE_URL, facts.identifier)}", id="id")
    yield _dc("title", facts.article.title.get(original.code, ""), id="title")
    for locale in others:
        yield _meta("alternate-script", facts.article.title.get(locale.code, ""), locale.code, "title")
    for locale in edition.locales:
        yield _dc("language", locale.code)
    yield _dc("creator", edition.author(original), id="author")
    yield _meta("role", "aut", refines="author", scheme="marc:relators")
    name = facts.article.author
    sorting = ", ".join(filter(None, (name.family.get(original.code), name.given.get(original.code))))
    yield _meta("file-as", sorting, refines="author")
    for locale in others:
        yield _meta("alternate-script", edition.author(locale), locale.code, "author")
    yield from _answering(edition)
    yield _dc("source", first_printed(the_edition(edition, original), edition.translator(original)))
    for locale in edition.locales:
        for word in keywords(edition, locale):
            yield _dc("subject", word, lang=locale.code)
    for locale in edition.locales:
        yield _dc("rights", edition.translator(locale)("site.foot"), lang=locale.code)
    yield _dc("date", facts.released.isoformat())
    yield _meta("dcterms:modified", f"{facts.released.isoformat()}T00:00:00Z")


def _answering(edition: Edition) -> Iterator[Element]:
    """The editor, the translators and the publisher, as far as they are named."""
    known, code = edition.facts.responsibility, edition.original.code
    named = [(known.editor, "edt"), *((one.name, "trl") for one in known.translators)]
    for nth, (name, role) in enumerate(named):
        if name.get(code):
            yield _dc("contributor", name[code], id=f"contributor-{nth}")
            yield _meta("role", role, refines=f"contributor-{nth}", scheme="marc:relators")
    if known.publisher.get(code):
        yield _dc("publisher", known.publisher[code])


def _accessibility(edition: Edition) -> Iterator[Element]:
    """The metadata of EPUB Accessibility 1.1. Conformance is not claimed: nobody has evaluated the book."""
    yield _meta("schema:accessMode", "textual")
    yield _meta("schema:accessMode", "visual")  # the cover
    yield _meta("schema:accessModeSufficient", "textual")
    for feature in (*_FEATURES, *(_PAGE_FEATURES if has_pages(edition) else ())):
        yield _meta("schema:accessibilityFeature", feature)
    yield _meta("schema:accessibilityHazard", "none")
    if has_pages(edition):
        printed = first_printed(the_edition(edition, edition.original), edition.translator(edition.original))
        yield _meta("pageBreakSource", printed)
    for locale in edition.locales:
        yield _meta("schema:accessibilitySummary", edition.translator(locale)("epub.accessibility"), locale.code)


def _dc(name: str, words: str, lang: str = "", **attributes: str) -> Element:
    element = etree.Element(f"{{{DC}}}{name}", attributes, {"dc": DC})
    element.text = words
    if lang:
        element.set(_LANG, lang)
    return element


def _meta(name: str, words: str, lang: str = "", refines: str = "", scheme: str = "") -> Element:
    element = etree.Element(f"{{{OPF}}}meta", None, {None: OPF})
    element.set("property", name)
    element.text = words
    if refines:
        element.set("refines", f"#{refines}")
    if scheme:
        element.set("scheme", scheme)
    if lang:
        element.set(_LANG, lang)
    return element
