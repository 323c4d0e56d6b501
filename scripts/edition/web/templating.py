"""The Jinja environment for the templates in overrides/."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache, ChainableUndefined, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from markupsafe import Markup

from ..model.edition import Edition
from ..model.memo import memoized
from ..publish.store import Store, digest_of

FOLDER = "overrides"


class CompiledTemplates(BytecodeCache):
    """A cache of compiled templates, by all that the compiled code depends on. Jinja checks the version of Python."""

    def __init__(self, store: Store, environment: Environment, code: Path, packages: Collection[str] = ()) -> None:
        """Use this store, for an environment that is made by this module and these packages.

        Jinja calls filters while it compiles, so what makes the environment is an input, and not only its settings.
        """
        settings = (environment.autoescape, environment.trim_blocks, environment.lstrip_blocks)
        names = (sorted(environment.filters), sorted(environment.tests), sorted(environment.extensions))
        versions = [f"{name} {version(name)}" for name in ("jinja2", "markupsafe", *packages)]
        made_by = (code.read_bytes(), repr((settings, names, versions)), sys.version)
        self._store = store
        self.kind = f"template {digest_of(*made_by).hex()}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the compiled template into the bucket, if it is in the store."""
        if code := self._store.get(self.kind, _cache_key(bucket)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store what Jinja has compiled."""
        self._store.put(self.kind, _cache_key(bucket), bucket.bytecode_to_string())


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
    )
    # A string of CSS or of JSON; both have the same syntax.
    result.filters["quoted"] = lambda text: Markup(json.dumps(text, ensure_ascii=False))
    result.bytecode_cache = CompiledTemplates(Store(edition.root), result, Path(__file__))
    return result
