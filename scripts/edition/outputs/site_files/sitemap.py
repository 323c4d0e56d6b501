"""The sitemap for search engines, with the languages of each page (https://www.sitemaps.org/protocol.html).

It needs absolute addresses, so there is one only if the address of the site is known. The optional fields are left
out: the day of a page's last change is not recorded, and search engines ignore the others.
"""

from __future__ import annotations

from ...citing.cited import whole_address
from ...model.addressing import address
from ...model.edition import Edition
from ...web import templates

_PATH = "sitemap.xml"


def paths(edition: Edition) -> list[str]:
    """`sitemap.xml`."""
    return [_PATH] if edition.site_url else []


def file(edition: Edition, path: str) -> str:
    """The sitemap, with an entry for each page in each language."""
    pages = [
        [(locale.code, whole_address(edition, address(locale, name))) for locale in edition.locales]
        for name in edition.names
    ]
    return templates.render(edition, "sitemap.xml", "", pages=pages)
