"""The pages whole: what was written, with the blocks that are made from the data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lxml.html import HtmlElement

from . import render
from .markdown import EditionExtension, tree
from .model import Edition, Page


@dataclass(frozen=True, eq=False)
class Converted:
    """The body of a page as the tree of its HTML."""

    tree: HtmlElement

    @property
    def ids(self) -> list[str]:
        """Every id in the page in order, those given twice as often as they are given."""
        return [element.get("id") for element in self.tree.iter() if element.get("id") is not None]


@cache
def convert(edition: Edition, page: Page) -> Converted:
    """The page as MkDocs will have it, but for the frame around it."""
    return Converted(tree(edition, page, extension(edition)))


def extension(edition: Edition) -> EditionExtension:
    """What Python-Markdown needs to convert pages of the edition whole."""
    return EditionExtension(edition, lambda page, name: render.block(edition, page, name))
