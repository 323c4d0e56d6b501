"""The Jinja environment for the templates in overrides/."""

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


class CompiledTemplates(BytecodeCache):
    """A cache of compiled templates, by their content. Jinja itself checks the version of Python."""

    def __init__(self, store: Store, environment: str) -> None:
        """Use this store; environments that compile differently need different names."""
        self._store = store
        self._kind = f"template of {environment} {version('jinja2')} {sys.version}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the compiled template into the bucket, if it is in the store."""
        if code := self._store.get(self._kind, _cache_key(bucket)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store what Jinja has compiled."""
        self._store.put(self._kind, _cache_key(bucket), bucket.bytecode_to_string())


def _cache_key(bucket: Bucket) -> bytes:
    return f"{bucket.key} {bucket.checksum}".encode()


@memoized
def environment(edition: Edition) -> Environment:
    """The environment of the edition's templates, with automatic escaping."""
    result = Environment(
        loader=FileSystemLoader(edition.root / FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        # Checks report missing data; a page must not fail on it before they have run.
        undefined=ChainableUndefined,
        bytecode_cache=CompiledTemplates(Store(edition.root), "the edition"),
    )
    # A CSS string, which has the syntax of a JSON string.
    result.filters["quoted"] = lambda text: Markup(json.dumps(text, ensure_ascii=False))
    return result
