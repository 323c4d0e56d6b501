"""What a shared link shows: the Open Graph tags of a page, and a picture for each language, typeset by Typst.

The picture shows the author, the title, and the author's periods.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import partial
from importlib.metadata import version

from babel.core import get_global

from ..citing.cited import the_edition, whole_address
from ..citing.described import Description
from ..citing.head_tags import Tag
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import Locale
from ..publish.pictures import PPI, typeset_picture
from ..publish.store import Store, digest_of
from ..text.timeline_scale import stages
from ..web.assets import digest_path
from ..web.templating import FOLDER

WIDTH, HEIGHT = 1200, 630  # pixels, the size recommended for Open Graph images
_TEMPLATE = f"{FOLDER}/cards/share.typ"


def tags(edition: Edition, described: Description, title: str, summary: str) -> list[Tag]:
    """The Open Graph tags of a page, which messengers and social networks use to show a link to it.

    They contain addresses only if the site's address is known, because consumers accept only absolute ones.
    """
    locale = described.locale
    found = [
        ("og:type", described.type.open_graph),
        ("og:title", title),
        ("og:description", summary),
        ("og:site_name", edition.translator(locale)("site.title")),
        ("og:locale", _with_country(locale)),
    ]
    if edition.site_url:
        found += [
            ("og:url", whole_address(edition, described.path)),
            ("og:image", whole_address(edition, picture_path(edition, locale))),
            ("og:image:width", str(WIDTH)),
            ("og:image:height", str(HEIGHT)),
            ("og:image:alt", f"{edition.author(locale)}. {the_edition(edition, locale).title}"),
        ]
    # Some consumers show a large picture only with this tag.
    card = [("meta", {"name": "twitter:card", "content": "summary_large_image"})] if edition.site_url else []
    return [*(("meta", {"property": key, "content": value}) for key, value in found), *card]


def _with_country(locale: Locale) -> str:
    """A language with its most likely country in the CLDR, as Open Graph requires it: kk_KZ, en_GB."""
    language, *rest = locale.cldr.split("_")
    return f"{language}_{(rest or get_global('likely_subtags')[language].split('_'))[-1]}"


@memoized
def picture_path(edition: Edition, locale: Locale) -> str:
    """The path of a language's picture, relative to the root; its name contains a digest of all its inputs."""
    return digest_path(f"share-{locale.code}", "png", "\0".join(_made_from(edition, locale)))


def _made_from(edition: Edition, locale: Locale) -> list[str]:
    """All that a picture depends on. The fonts are those that come with this version of Typst."""
    template = (edition.root / _TEMPLATE).read_text(encoding="utf-8")
    return [version("typst"), str(PPI), template, _data(edition, locale)]


def picture(edition: Edition, locale: Locale) -> bytes:
    """The picture of a language as a PNG. Raises ValueError if the template cannot be typeset on one page."""
    template = edition.root / _TEMPLATE
    inputs = digest_of(*_made_from(edition, locale))
    make = partial(typeset_picture, template, _data(edition, locale))
    return Store(edition.root).cached("share picture", inputs, make)


def _data(edition: Edition, locale: Locale) -> str:
    """The input of the template as JSON: title, author, and the drawing of the periods in the article."""
    drawn = stages(edition)
    data = {
        "lang": locale.code,
        "title": edition.facts.article.title.get(locale.code, ""),
        "author": edition.author(locale),
        "caption": edition.translator(locale)("stages.title"),
        **(asdict(drawn) if drawn else {"bars": [], "ticks": []}),
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True)
