"""A page uses a block that does not exist.

Readers would see nothing where a timeline or a glossary was meant.

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
    """Look at every `[[name]]` that is a paragraph of its own."""
    for page in edition.pages.values():
        for match in re.finditer(r"^ *\[\[(?P<name>[^\[\]\n]+)\]\] *$", page.masked, re.MULTILINE):
            if match["name"] not in names():
                hint = nearest(match["name"], names(), "[[")
                yield Problem(
                    page.place(match.start("name")), f"block {match['name']} does not exist", hint.replace("?", "]]?")
                )
