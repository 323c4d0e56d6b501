"""The templates in overrides/, as Jinja reads them."""

from __future__ import annotations

import json

from jinja2 import BytecodeCache, ChainableUndefined, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from markupsafe import Markup

from .memo import memoized
from .model import Edition

FOLDER = "overrides"


class _Compiled(BytecodeCache):
    """What templates were compiled to, by their name and content: it outlives an edition, and never goes stale."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what Jinja asks for, if it is known."""
        if code := self.codes.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what Jinja has compiled."""
        self.codes[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


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
        bytecode_cache=_COMPILED,
    )
    # A string of a style sheet, which is written as one of JSON is.
    made.filters["quoted"] = lambda text: Markup(json.dumps(text, ensure_ascii=False))
    return made
