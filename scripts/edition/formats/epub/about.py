"""The title page of the book, and what each part says about the edition and its signs."""

from __future__ import annotations

from ...citing.cited import the_edition
from ...citing.phrases import first_printed, version_and_day
from ...citing.styles import cite
from ...citing.text import plain
from ...model.edition import Edition
from ...model.page import Locale
from ...text.translation_status import stale
from .places import ABOUT, FRONT, file_of
from .xhtml import Content, Element, add, marked, relative, tag

TITLE_PAGE = "title.xhtml"


def title_page(edition: Edition) -> Element:
    """The title page, in all languages."""
    section = tag("section", epub_type="titlepage", class_="title-page")
    for locale in sorted(edition.locales, key=lambda one: not one.original):
        ui_text = edition.translator(locale)
        cited = the_edition(edition, locale)
        name = "h1" if locale.original else "p"
        part = tag("div", tag("p", edition.author(locale), class_="author"), lang=locale.code, class_="title-of-part")
        add(part, tag(name, cited.title, class_="title"))
        if locale.original:
            add(part, tag("p", first_printed(cited, ui_text), class_="printed"))
        add(part, tag("p", ui_text("citation.edition"), ", ", version_and_day(cited, ui_text), class_="edition"))
        open_it = tag("a", locale.name, href=relative(TITLE_PAGE, file_of(locale, FRONT)))
        add(part, tag("p", open_it, " · ", _to_about(edition, locale), class_="open"))
        add(section, part)
    return tag("body", section, epub_type="frontmatter")


def _to_about(edition: Edition, locale: Locale) -> Element:
    return tag("a", edition.translator(locale)("epub.about"), href=relative(TITLE_PAGE, file_of(locale, ABOUT)))


def chapter(edition: Edition, locale: Locale) -> tuple[str, str, Element]:
    """What the edition is, its signs, how to cite it, and the rights: path, title and body."""
    ui_text = edition.translator(locale)
    path, title = file_of(locale, ABOUT), ui_text("epub.about")
    cited = the_edition(edition, locale)

    def paragraph(text: str) -> Element:
        return tag("p", *marked(edition, text, locale))

    section = tag("section", tag("h1", title))
    add(section, paragraph(f"{edition.author(locale)}. {cited.title}. {first_printed(cited, ui_text)}."))
    add(section, paragraph(ui_text("epub.about.text", version=version_and_day(cited, ui_text))))
    add(section, paragraph(ui_text("epub.about.collated")), paragraph(ui_text("epub.about.made")))
    add(section, tag("h2", ui_text("legend.title")), _legend(edition, locale))
    add(section, tag("h2", ui_text("citation.title")))
    styles = locale.styles[:1]
    add(section, *(paragraph(plain(cite(style, cited, ui_text), cited.url)) for style in styles))
    add(section, paragraph(ui_text("citation.hint.unknown")), tag("p", ui_text("site.foot"), class_="rights"))
    return path, title, tag("body", section, epub_type="backmatter")


def _legend(edition: Edition, locale: Locale) -> Element:
    ui_text = edition.translator(locale)
    others = " ".join(other.short for other in edition.locales if other != locale)
    signs: list[tuple[Content, str]] = [("12", "legend.number"), (others, "epub.languages"), ("[3]", "legend.note")]
    if locale.original:
        signs += [("°", "legend.emendation"), ("|38|", "legend.page")]
    else:
        signs += [("[…]", "legend.supplied")]
        if stale(edition, locale):
            signs += [("≠", "unit.stale.note")]
    signs += [("*", "legend.annotation"), (tag("i", "Aa"), "legend.heading")]
    listed = tag("dl", class_="legend")
    for sign, key in signs:
        add(listed, tag("dt", sign), tag("dd", *marked(edition, ui_text(key), locale)))
    return listed
