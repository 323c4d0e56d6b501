"""The templates in overrides/, as Jinja reads them."""

from __future__ import annotations

import json
import sys
from importlib.metadata import version

from jinja2 import BytecodeCache, ChainableUndefined, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from markupsafe import Markup

from ..model.edition import Edition
from ..model.memo import memoized
from ..publish.store import Store

FOLDER = "overrides"


class Compiled(BytecodeCache):
    """What templates were compiled to, kept by their content. Jinja itself sees to it that Python is the same."""

    def __init__(self, store: Store, environment: str) -> None:
        """Keep it in this store; environments that compile otherwise have other names."""
        self._store = store
        self._kind = f"template of {environment} {version('jinja2')} {sys.version}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what Jinja asks for, if it is known."""
        if code := self._store.get(self._kind, _made_of(bucket)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what Jinja has compiled."""
        self._store.put(self._kind, _made_of(bucket), bucket.bytecode_to_string())


def _made_of(bucket: Bucket) -> bytes:
    return f"{bucket.key} {bucket.checksum}".encode()


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
        bytecode_cache=Compiled(Store(edition.root), "the edition"),
    )
    # A string of a style sheet, which is written as one of JSON is.
    made.filters["quoted"] = lambda text: Markup(json.dumps(text, ensure_ascii=False))
    return made
