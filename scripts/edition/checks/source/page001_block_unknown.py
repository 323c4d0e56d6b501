"""A page asks for a block that the edition does not make.

The reader would see nothing where a timeline or a glossary was meant.

Bad:   [[time-line]]
Good:  [[timeline]]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem, nearest
from ...model.edition import Edition
from ...render.blocks import names


def check(edition: Edition) -> Iterator[Problem]:
    """Look at every `[[name]]` that stands in a paragraph of its own."""
    for page in edition.pages.values():
        for match in re.finditer(r"^ *\[\[(?P<name>[^\[\]\n]+)\]\] *$", page.masked, re.MULTILINE):
            if match["name"] not in names():
                hint = nearest(match["name"], names(), "[[")
                yield Problem(page.place(match.start("name")), f"no block {match['name']}", hint.replace("?", "]]?"))
