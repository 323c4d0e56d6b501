"""What each page is. Its head, its JSON-LD and the linkset say what stands here, so they cannot contradict each other.

- The original is the printed article, given again: published in its year, on its page.
- A translation was made for the edition: published with it, and its original is the printed article.
- A card is a part of the article in the original's language, with the other languages beside it.
- The other pages are the edition's own. Where the author's words are on them, he is their author; elsewhere he
  contributes, since the editor's notes, the glossary and the timeline are not his.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..model.addressing import ARTICLE, PARALLEL, address, card
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import UNIT, Locale, Page
from ..text.units import units
from .cited import Cited, citable, file_stem, the_edition
from .phrases import heading

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, eq=False)
class PageType:
    """The names that schema.org and Open Graph have for a type of page.

    Zotero takes `website` for a web page, and for a journal article whatever has citation tags and is not a website.
    """

    schema_org: str
    open_graph: str


ORIGINAL = PageType("ScholarlyArticle", "article")
TRANSLATION = PageType("ScholarlyArticle", "website")
PARAGRAPH = PageType("WebPage", "website")
SECTION = PageType("Chapter", "website")
OTHER = PageType("WebPage", "website")


@dataclass(frozen=True)
class Description:
    """A page as a bibliographic item. What is unknown, or does not apply, is empty.

    `path` is the page's address below the root of the site, `cited_path` the address to cite: a card's is that of its
    unit in the article, where citations also lead. `name` is its permanent identifier within the edition. `whole` is
    the title of what a section is a chapter of. `published` is a year or a day (ISO 8601). `stem` is the path of the
    citation files that describe it, without the extension.
    """

    type: PageType
    locale: Locale
    path: str
    cited_path: str
    name: str
    title: str
    published: str
    whole: str = ""
    author: str = ""
    contributor: str = ""
    issue: str = ""
    first_page: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    licence: str = ""
    stem: str = ""


@memoized
def page_description(edition: Edition, page: Page) -> Description:
    """What a page of docs/ is."""
    locale = page.locale
    if page.name == ARTICLE:
        return _original(edition) if locale.original else _translation(edition, locale)
    path = address(locale, page.name)
    author = edition.author(locale)
    own_words = page.name == PARALLEL
    return Description(
        type=OTHER,
        locale=locale,
        path=path,
        cited_path=path,
        name=f"{locale.code}/{page.name}",
        title=page.title,
        published=edition.facts.released.isoformat(),
        author=author if own_words else "",
        contributor="" if own_words else author,
    )


@memoized
def card_description(edition: Edition, name: str) -> Description:
    """What the card of a paragraph or a section is, by its id."""
    locale = edition.original
    cited = citable(edition, locale, name)
    paragraph = UNIT.fullmatch(name) is not None
    number = edition.translator(locale)("citation.paragraph", number=cited.number) if paragraph else ""
    return Description(
        type=PARAGRAPH if paragraph else SECTION,
        locale=locale,
        path=card(name),
        cited_path=cited.path,
        name=name,
        title=f"{cited.title}: {number}" if paragraph else heading(cited),
        whole="" if paragraph else cited.title,
        published=edition.facts.released.isoformat(),
        author=edition.author(locale),
        stem=file_stem(name, locale),
    )


def abstract(edition: Edition, locale: Locale) -> str:
    """The author's abstract in a language, without its label; empty if there is none."""
    return _without_label(edition, locale, "abstract")


def keywords(edition: Edition, locale: Locale) -> list[str]:
    """The author's keywords in a language, from both lists, without duplicates."""
    lists = [_without_label(edition, locale, name) for name in ("keywords", "keywords-2")]
    words = [word.strip(" .") for one in lists for word in one.split(",")]
    return list(dict.fromkeys(filter(None, words)))


def _original(edition: Edition) -> Description:
    cited = the_edition(edition, edition.original)
    return _article(
        edition,
        cited,
        type=ORIGINAL,
        published=str(cited.year),
        issue=cited.issue_number,
        first_page=str(cited.first_page or ""),
        stem=file_stem("print", cited.locale),
    )


def _translation(edition: Edition, locale: Locale) -> Description:
    cited = the_edition(edition, locale)
    return _article(
        edition,
        cited,
        type=TRANSLATION,
        published=cited.released.isoformat(),
        licence=LICENCE,
        stem=file_stem("edition", locale),
    )


def _article(edition: Edition, cited: Cited, **facts: Any) -> Description:
    return Description(
        locale=cited.locale,
        path=cited.path,
        cited_path=cited.path,
        name=cited.locale.code,
        title=cited.title,
        author=edition.author(cited.locale),
        abstract=abstract(edition, cited.locale),
        keywords=tuple(keywords(edition, cited.locale)),
        **facts,
    )


def _without_label(edition: Edition, locale: Locale, name: str) -> str:
    unit = units(edition, locale).get(name)
    if unit is None:
        return ""
    return unit.words.removeprefix(unit.element.findtext("strong", "")).strip()
