"""Every text of the data files that readers see, value by value, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..findings import Place
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.yaml_data import Data, Key

# Keys whose text is quoted from the print, is only used for matching, or is an address; other checks verify it.
_NOT_SHOWN = ("match", "written", "source", "reading", "alphabet", "reason", "cldr", "identifier", "contact", "into")


@memoized
def data_values(edition: Edition) -> tuple[tuple[str, str, Place], ...]:
    """Every text of the data and of the front matter of pages: its name, the text and its place."""
    return tuple(
        (".".join(map(str, key)), text, data.place(*key))
        for data in (*edition.localized_data, *(page.meta for page in edition.pages.values()))
        for key, text in _texts(data.values, ())
    )


def entry_name(data: Data[Any], key: Key) -> str:
    """The name of an entry: its path, starting from the nearest parent that has an id."""
    value, start = data.values, 0
    name = ""
    for depth, step in enumerate(key):
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            name, start = value["id"], depth
        value = value[step]
    if isinstance(value, dict) and isinstance(value.get("id"), str):
        name, start = value["id"], len(key)
    return ".".join(map(str, filter(None, (name, *key[start:]))))


def _texts(value: Any, key: Key) -> Iterator[tuple[Key, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in _NOT_SHOWN:
                yield from _texts(inner, (*key, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*key, index))
