"""Complete pages: the written text with the blocks that are generated from the data."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from functools import cached_property

import lxml.html
from lxml.html import HtmlElement

from ..addresses.redirects import insert_retired_ids
from ..markup.extension import EditionExtension
from ..markup.parsing import parse_page
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import Page
from ..text.translation_status import stale
from . import blocks


@dataclass(frozen=True, eq=False)
class Converted:
    """The HTML tree of the body of a page, and the retired ids in it."""

    tree: HtmlElement
    retired: frozenset[str]

    @cached_property
    def ids(self) -> list[str]:
        """Every id in the page in order, including duplicates."""
        return [name for element in self.tree.iter() if (name := element.get("id")) is not None]


@memoized
def convert(edition: Edition, page: Page) -> Converted:
    """The page as MkDocs renders it, without the surrounding template and the signs of stale translations."""
    tree = copy.deepcopy(parse_page(edition, page))
    for block in list(tree.iter("div")):
        if name := block.get("data-block"):
            rendered = lxml.html.fragment_fromstring(blocks.block(edition, page, name) or "", create_parent="div")
            block.text = rendered.text or block.text
            block.extend(list(rendered))
    return Converted(tree, insert_retired_ids(edition, page, tree))


def extension(edition: Edition) -> EditionExtension:
    """The Python-Markdown extension that converts complete pages of the edition."""
    return EditionExtension(
        edition,
        lambda page, name: blocks.block(edition, page, name),
        lambda page: stale(edition, page.locale),
        typeset=True,
    )
