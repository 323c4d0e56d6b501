"""What can be cited: the printed article, this edition, a section or a paragraph of the edition."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ..model.addressing import ARTICLE, address, card, of_version
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import UNIT, Locale
from ..model.releases import UNRELEASED
from ..text.print_pages import format_pages, print_pages
from ..text.sections import headings, sections

PRINT, EDITION, SECTION, PARAGRAPH = "print", "edition", "section", "paragraph"


@dataclass(frozen=True)
class Cited:
    """All facts for a citation, in one language. Unknown ones are None or empty, and are left out.

    `path` is the address below the root of the site, `plain_url` the full address, empty if the site's is unknown.
    `probable_journal` is the conjectured name of the journal; exports never have it in a field of its own. `pages` are
    the print pages, with counted page numbers in brackets. `heading` is that of the cited section, `number` that of
    the cited paragraph.
    """

    kind: str
    locale: Locale
    original: Locale
    given: str
    family: str
    title: str
    original_title: str
    version: str
    released: date
    path: str
    plain_url: str
    year: int
    probable_journal: str = ""
    issue: int | None = None
    whole_number: int | None = None
    first_page: int | None = None
    pages: str = ""
    heading: str = ""
    heading_by_edition: bool = False
    anchor: str = ""
    number: str = ""

    @property
    def cited_version(self) -> str:
        """The version that an address names: a release, whose words are on record; empty for an unreleased version."""
        return "" if self.kind == PRINT or self.unreleased else self.version

    @property
    def unreleased(self) -> bool:
        """Whether the version is still in preparation."""
        return self.version.endswith(UNRELEASED)

    @property
    def url(self) -> str:
        """The full address that a citation gives, with the version; empty if the site's address is unknown."""
        return of_version(self.plain_url, self.cited_version)

    @property
    def issue_number(self) -> str:
        """The issue number with the whole number in brackets, `3 (71)`; or the one that is known; or empty."""
        if self.issue and self.whole_number:
            return f"{self.issue} ({self.whole_number})"
        return str(self.issue or self.whole_number or "")

    @property
    def translated(self) -> bool:
        """Whether the cited text is a translation made for the edition."""
        return self.kind != PRINT and not self.locale.original


def the_print(edition: Edition, locale: Locale) -> Cited:
    """The printed article, cited in this language."""
    return replace(the_edition(edition, locale), kind=PRINT, path="", plain_url="")


def print_page(edition: Edition, locale: Locale, shown: str) -> Cited:
    """A page of the printed article, as it is shown: with brackets if it was counted."""
    return replace(the_print(edition, locale), pages=shown)


@memoized
def the_edition(edition: Edition, locale: Locale) -> Cited:
    """This edition, with its text in one language."""
    facts = edition.facts
    article = facts.article
    path = address(locale, ARTICLE)
    return Cited(
        kind=EDITION,
        locale=locale,
        original=edition.original,
        given=article.author.given.get(locale.code, ""),
        family=article.author.family.get(locale.code, ""),
        title=article.title.get(locale.code, ""),
        original_title=article.title.get(edition.original.code, ""),
        version=facts.version,
        released=facts.released,
        path=path,
        plain_url=whole_address(edition, path),
        year=article.year,
        probable_journal=article.probable_journal,
        issue=article.issue,
        whole_number=article.whole_number,
        first_page=article.first_page,
    )


def the_section(edition: Edition, locale: Locale, name: str) -> Cited:
    """A section of the edition, by its id."""
    section = sections(edition)[name]
    return replace(
        _within(edition, locale, name),
        kind=SECTION,
        heading=headings(edition, locale).get(name, ""),
        heading_by_edition=section.by_edition,
    )


def the_paragraph(edition: Edition, locale: Locale, name: str) -> Cited:
    """A paragraph or list item of the edition, by its id."""
    return replace(_within(edition, locale, name), kind=PARAGRAPH, number=name.removeprefix("p"))


def whole_address(edition: Edition, path: str) -> str:
    """The full address of a path below the root of the site; empty if the site's address is unknown."""
    return f"{edition.site_url.rstrip('/')}/{path}" if edition.site_url else ""


def _within(edition: Edition, locale: Locale, name: str) -> Cited:
    whole = the_edition(edition, locale)
    pages = print_pages(edition).get(name)
    return replace(
        whole,
        path=f"{whole.path}#{name}",
        plain_url=whole_address(edition, f"{whole.path}#{name}"),
        pages=format_pages(edition, pages) if pages else "",
        anchor=name,
    )


def file_stem(what: str, locale: Locale) -> str:
    """The path of a citation's files without the extension. `what` is `print`, `edition` or an id."""
    return f"cite/{what}-{locale.code}" if what in ("print", "edition") else f"{card(what)}{locale.code}"


def citable(edition: Edition, locale: Locale, what: str) -> Cited:
    """The facts for citing the `print`, the `edition`, or the paragraph or section with this id."""
    if what in ("print", "edition"):
        return {"print": the_print, "edition": the_edition}[what](edition, locale)
    return (the_paragraph if UNIT.fullmatch(what) else the_section)(edition, locale, what)
