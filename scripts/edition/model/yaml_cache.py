"""Keeps what YAML files were read as: between two readings in one process, and between builds.

Between builds only valid files are kept. An entry is a value that Python's `marshal` writes: it holds no code.
"""

from __future__ import annotations

import marshal
import sys
from collections import OrderedDict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ..findings import Place
from ..publish.store import Store, digest_of

_MOST = 64  # files; an edition has about thirty, and usually only one has changed when it is read again
_HERE = Path(__file__).parent

Read = tuple[Any, dict[tuple[str | int, ...], Place]]  # values, and the places of the paths to them
_recent: OrderedDict[bytes, Read] = OrderedDict()


def cached(root: Path | None, path: str, content: str, schema: str, above: int, read: Callable[[], Read]) -> Read:
    """What `read` returns for this content of a file of the project in `root`, which must not be changed.

    Without `root`, nothing is kept between builds. What `read` raises is not kept.
    """
    inputs = digest_of(path, content, schema, str(above))
    if inputs not in _recent:
        _recent[inputs] = (_from_store(Store(root), path, inputs, read)) if root else read()
    _recent.move_to_end(inputs)
    while len(_recent) > _MOST:
        _recent.popitem(last=False)
    return _recent[inputs]


def _from_store(store: Store, path: str, inputs: bytes, read: Callable[[], Read]) -> Read:
    if entry := store.get(_namespace(), inputs):
        values, places = marshal.loads(entry)
        return values, {key: Place(path, line, column) for key, line, column in places}
    values, found = read()
    plain = [(key, place.line, place.column) for key, place in found.items()]
    store.put(_namespace(), inputs, marshal.dumps((values, plain)))
    return values, found


@cache
def _namespace() -> str:
    """The versions of all that has a say in how a file is read: Python, PyYAML, this package and its schemas."""
    rules = [
        path.read_bytes()
        for folder in (_HERE, _HERE / "schemas")
        for path in sorted(folder.iterdir())
        if path.is_file()
    ]
    return f"YAML {sys.version} {yaml.__version__} {digest_of(*rules).hex()}"
