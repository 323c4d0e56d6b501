"""The templates in overrides/, as Jinja reads them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from jinja2 import ChainableUndefined, Environment, FileSystemLoader
from markupsafe import Markup

FOLDER = "overrides"


@cache
def environment(folder: Path) -> Environment:
    """The environment of the templates below a folder. They escape whatever they are given."""
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        # What data lack, a check reports; a page must not break on it before the checks have been heard.
        undefined=ChainableUndefined,
    )
    # A string of a style sheet, which is written as one of JSON is.
    made.filters["quoted"] = lambda text: Markup(json.dumps(text, ensure_ascii=False))
    return made
