"""robots.txt (RFC 9309): everything may be read; where the sitemap is, if the address of the site is known.

Crawlers read it only at the root of a host. Below a folder it does no harm.
"""

from __future__ import annotations

from ...citing.cited import whole_address
from ...model.edition import Edition
from .sitemap import SITEMAP


def paths(edition: Edition) -> list[str]:
    """`robots.txt`."""
    return ["robots.txt"]


def file(edition: Edition, path: str) -> str:
    """The text of the file."""
    rules = "User-agent: *\nAllow: /\n"
    return f"{rules}\nSitemap: {whole_address(edition, SITEMAP)}\n" if edition.site_url else rules
