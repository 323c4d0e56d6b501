"""What a page says of itself to those who are sent a link to it: the Open Graph, with the picture of its language."""

from __future__ import annotations

from babel.core import get_global

from .citing.cited import the_edition, whole_address
from .citing.metadata import Tag
from .made.share_pictures import HEIGHT, WIDTH, path
from .model import Edition
from .page import Locale


def tags(edition: Edition, here: str, locale: Locale, title: str, description: str) -> list[Tag]:
    """The Open Graph of a page, by which messengers and networks show a link to it.

    Addresses stand in it only where they are known whole, for its readers take no others.
    """
    found = [
        ("og:type", "article"),
        ("og:title", title),
        ("og:description", description),
        ("og:site_name", edition.word("site.title", locale)),
        ("og:locale", _with_country(locale)),
        *(("og:locale:alternate", _with_country(other)) for other in edition.locales if other != locale),
    ]
    if edition.site_url:
        found += [
            ("og:url", whole_address(edition, here)),
            ("og:image", whole_address(edition, path(edition, locale))),
            ("og:image:width", str(WIDTH)),
            ("og:image:height", str(HEIGHT)),
            ("og:image:alt", f"{edition.author(locale)}. {the_edition(edition, locale).title}"),
        ]
    # A large picture is shown only where it is asked for by this name.
    named = [("meta", {"name": "twitter:card", "content": "summary_large_image"})] if edition.site_url else []
    return [*(("meta", {"property": key, "content": value}) for key, value in found), *named]


def _with_country(locale: Locale) -> str:
    """A language with the country that the CLDR thinks of first, as the Open Graph asks: kk_KZ, en_GB."""
    language, *rest = locale.cldr.split("_")
    return f"{language}_{(rest or get_global('likely_subtags')[language].split('_'))[-1]}"
