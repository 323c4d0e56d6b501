"""The names and window titles of pages."""

from __future__ import annotations

from ..model.addressing import ARTICLE
from ..model.edition import Edition
from ..model.page import Page


def name(edition: Edition, page: Page) -> str:
    """The name of a page: for the article its own title."""
    if page.name == ARTICLE:
        return edition.facts.article.title.get(page.locale.code, "")
    return page.title


def title(edition: Edition, page: Page) -> str:
    """The window title of a page: for the article, author and title; for other pages, their name and the site's."""
    if page.name == ARTICLE:
        return f"{edition.author(page.locale)}. {name(edition, page)}"
    return f"{name(edition, page)} — {edition.translator(page.locale)('site.title')}"
