"""The sitemap for search engines: every page and card (https://www.sitemaps.org/protocol.html).

It needs absolute addresses, so there is one only if the address of the site is known. `lastmod` is the day of the
version: its wording is of that day, whenever the site is built. How often pages change and how important they are,
search engines do not ask. Cards have no alternates, because each has all languages.
"""

from __future__ import annotations

from ...addresses.cards import cards
from ...citing.cited import whole_address
from ...model.addressing import address
from ...model.edition import Edition
from ...web import templates

SITEMAP = "sitemap.xml"


def paths(edition: Edition) -> list[str]:
    """`sitemap.xml`."""
    return [SITEMAP] if edition.site_url else []


def file(edition: Edition, path: str) -> str:
    """The sitemap, with an entry for each page in each language and for each card."""
    pages = [
        [(locale.code, whole_address(edition, address(locale, name))) for locale in edition.locales]
        for name in edition.names
    ]
    alone = [whole_address(edition, card) for card in cards(edition).values()]
    return templates.render(edition, SITEMAP, "", pages=pages, cards=alone, modified=edition.facts.released.isoformat())
