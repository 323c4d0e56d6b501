"""The releases as an Atom feed in each language (RFC 4287), for readers who want to hear of new ones.

Its ids are absolute addresses, so there is one only if the address of the site is known. A version in preparation is
not in it: its entry would change under the same id.
"""

from __future__ import annotations

from ...citing.cited import whole_address
from ...model.addressing import CHANGES, FEED, address
from ...model.edition import Edition
from ...model.page import Locale
from ...text.release_notes import anchor, notes
from ...web import templates


def paths(edition: Edition) -> list[str]:
    """`ru/changes/feed.xml`, for every language that has the page of changes, once there is a release."""
    return list(_folders(edition))


def file(edition: Edition, path: str) -> str:
    """The feed in one language."""
    locale = _folders(edition)[path]
    page = whole_address(edition, path.removesuffix(FEED))
    made = [note for note in notes(edition, locale) if not note.unreleased]
    return templates.render(
        edition,
        "feed.xml",
        "",
        locale=locale,
        title=edition.translator(locale)("site.title"),
        subtitle=edition.pages[locale.code, CHANGES].title,
        page=page,
        feed=whole_address(edition, path),
        entries=[(f"{page}#{anchor(note.number)}", note, f"{note.day}T00:00:00Z") for note in made],
    )


def _folders(edition: Edition) -> dict[str, Locale]:
    if not (edition.site_url and any(one.released for one in edition.releases)):
        return {}
    return {
        f"{address(locale, CHANGES)}{FEED}": locale
        for locale in edition.locales
        if (locale.code, CHANGES) in edition.pages
    }
