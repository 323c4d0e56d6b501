"""The context of page templates. The renderer adds the body of the page, and nothing else."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from ..addresses.cards import cards
from ..citing.cited import whole_address
from ..citing.described import page_description
from ..citing.head_tags import Tag, head_tags
from ..citing.json_ld import article_graph
from ..citing.titles import window_title
from ..model.addressing import ARTICLE, address, link
from ..model.edition import Edition
from ..model.page import Locale, Page
from ..outputs import menus, sharing
from ..outputs.format_links import alternates
from ..text.sections import headings, sections
from ..web import templates


def page_context(edition: Edition, page: Page) -> dict[str, Any]:
    """The context of `main.html` for a page; the renderer adds `content`, the HTML of the body."""
    locale, name = page.locale, page.name
    here = address(locale, name)
    link_to = templates.linker(here)
    described = page_description(edition, page)
    return {
        **templates.common(edition, link_to),
        **templates.localized(edition, locale, link_to),
        "page": page,
        # The style sheet of the page; one without its own has the frame's.
        "sheet": sheet if (sheet := f"{name}.css") in edition.bundles.inline else "site.css",
        "title": window_title(edition, described),
        "tags": [
            *head_tags(edition, described),
            *_alternates(edition, page),
            *sharing.tags(edition, described, described.title, page.description),
        ],
        "graph": article_graph(edition, described) if name == ARTICLE else None,
        # The script of the menu at a number.
        "menu": menus.path(edition, locale) if name == ARTICLE else "",
        "contents": _contents(edition, locale) if name == ARTICLE else [],
        # The absolute address of the page in a language; empty if the site's address is unknown.
        "absolute": lambda code: whole_address(edition, address(edition.locale(code), name)),
    }


def missing_page_context(edition: Edition) -> dict[str, Any]:
    """The context of `404.html`, which a host may serve at any address."""
    original = edition.original
    root = f"{urlsplit(edition.site_url).path.rstrip('/')}/"
    link_to = templates.linker_from_root(root)
    return {
        **templates.common(edition, link_to),
        **templates.localized(edition, original, link_to),
        "root": root,
        # Relative to the folder of each language; the article is the folder itself.
        "pages": [address(original, name) for name in edition.names if name != ARTICLE],
        "cards": sorted(cards(edition).values()),
    }


def _alternates(edition: Edition, page: Page) -> list[Tag]:
    """The links from an article to its text in other formats."""
    if page.name != ARTICLE:
        return []
    here = address(page.locale, page.name)
    found = alternates(edition, page.locale)
    return [("link", {"rel": "alternate", "type": kind, "href": link(here, path)}) for path, kind in found]


def _contents(edition: Edition, locale: Locale) -> list[dict[str, Any]]:
    """The table of contents: the id, the title and the subsections of each section, nested."""
    titles = headings(edition, locale)

    def entry(name: str) -> dict[str, Any]:
        return {
            "id": name,
            "title": titles[name],
            "children": [entry(one) for one in sections(edition)[name].subsections],
        }

    inner = {one for section in sections(edition).values() for one in section.subsections}
    return [entry(name) for name in sections(edition) if name in titles and name not in inner]
