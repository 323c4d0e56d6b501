"""The pages whole: what was written, with the blocks that are made from the data."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from functools import cached_property

import lxml.html
from lxml.html import HtmlElement

from ..addresses.redirects import place
from ..markup.extension import EditionExtension
from ..markup.parsing import parse_page
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import Page
from ..text.translation_status import stale
from . import blocks


@dataclass(frozen=True, eq=False)
class Converted:
    """The body of a page as the tree of its HTML, and those of its ids that are retired."""

    tree: HtmlElement
    retired: frozenset[str]

    @cached_property
    def ids(self) -> list[str]:
        """Every id in the page in order, those given twice as often as they are given."""
        return [name for element in self.tree.iter() if (name := element.get("id")) is not None]


@memoized
def convert(edition: Edition, page: Page) -> Converted:
    """The page as MkDocs will have it, but for the frame around it and the signs of stale translation."""
    tree = copy.deepcopy(parse_page(edition, page))
    for block in list(tree.iter("div")):
        if name := block.get("data-block"):
            made = lxml.html.fragment_fromstring(blocks.block(edition, page, name) or "", create_parent="div")
            block.text = made.text or block.text
            block.extend(list(made))
    return Converted(tree, place(edition, page, tree))


def extension(edition: Edition) -> EditionExtension:
    """What Python-Markdown needs to convert pages of the edition whole."""
    return EditionExtension(
        edition,
        lambda page, name: blocks.block(edition, page, name),
        lambda page: stale(edition, page.locale),
        typeset=True,
    )
