"""What templates are given. Whoever renders them adds the body of a page, and nothing else."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from ..addresses.cards import cards
from ..citing import metadata
from ..citing.cited import whole_address
from ..model.addressing import ARTICLE, address
from ..model.edition import Edition
from ..model.page import Locale, Page
from ..outputs import sharing
from ..text.sections import headings, sections
from ..web import templates


def page_context(edition: Edition, page: Page) -> dict[str, Any]:
    """What `main.html` is given for a page; `content`, the HTML of the body, is the renderer's to add."""
    locale, name = page.locale, page.name
    here = address(locale, name)
    link_to = templates.linker(here)
    is_article = name == ARTICLE
    return {
        **templates.common(edition, link_to),
        **templates.localized(edition, locale, link_to),
        "page": page,
        "title": metadata.title(edition, page),
        "tags": [
            *(metadata.article_tags(edition, locale) if is_article else []),
            *sharing.tags(edition, here, locale, metadata.name(edition, page), page.description),
        ],
        "graph": metadata.article_graph(edition, locale) if is_article else None,
        "contents": _contents(edition, locale) if is_article else [],
        # The whole address of the page in a language; empty where the site's is not known.
        "absolute": lambda code: whole_address(edition, address(edition.locale(code), name)),
    }


def missing_page_context(edition: Edition) -> dict[str, Any]:
    """What `404.html` is given, which a host shows at any address."""
    original = edition.original
    root = f"{urlsplit(edition.site_url).path.rstrip('/')}/"
    link_to = templates.linker_from_root(root)
    return {
        **templates.common(edition, link_to),
        **templates.localized(edition, original, link_to),
        "root": root,
        # Below each language's address; the article has none of its own.
        "pages": [address(original, name) for name in edition.names if name != ARTICLE],
        "cards": sorted(cards(edition).values()),
    }


def _contents(edition: Edition, locale: Locale) -> list[dict[str, Any]]:
    """The table of contents: for each section its id, its title, and the sections within it, in the same form."""
    titles = headings(edition, locale)

    def entry(name: str) -> dict[str, Any]:
        return {
            "id": name,
            "title": titles[name],
            "children": [entry(one) for one in sections(edition)[name].subsections],
        }

    inner = {one for section in sections(edition).values() for one in section.subsections}
    return [entry(name) for name in sections(edition) if name in titles and name not in inner]
