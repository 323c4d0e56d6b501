"""The templates in overrides/, as Jinja reads them."""

from __future__ import annotations

import json

from jinja2 import ChainableUndefined, Environment, FileSystemLoader
from markupsafe import Markup

from .memo import memoized
from .model import Edition

FOLDER = "overrides"


@memoized
def environment(edition: Edition) -> Environment:
    """The environment of the edition's templates. They escape whatever they are given."""
    made = Environment(
        loader=FileSystemLoader(edition.root / FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        # What data lack, a check reports; a page must not break on it before the checks have been heard.
        undefined=ChainableUndefined,
    )
    # A string of a style sheet, which is written as one of JSON is.
    made.filters["quoted"] = lambda text: Markup(json.dumps(text, ensure_ascii=False))
    return made
