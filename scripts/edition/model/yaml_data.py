"""Reads YAML as values with their places in the file.

Nothing is repaired silently: invalid YAML and values that violate the file's schema are findings with their places.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

import yaml
from yaml_env_tag import construct_env_tag

from ..findings import Finding, LoadError, Place, nearest
from . import yaml_cache
from .text_files import DEEPEST, read_text, unfit

if TYPE_CHECKING:
    import jsonschema
    from yaml import SafeLoader as _SafeLoader
else:  # the C implementation, many times faster, if PyYAML was built with it
    _SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SCHEMAS = Path(__file__).parent / "schemas"
Key = tuple[str | int, ...]
Localized = Mapping[str, str]  # text by language code
_Values_co = TypeVar("_Values_co", covariant=True)


class _Mark(Protocol):
    """A position in YAML, as reported by both of PyYAML's parsers: line and column, counted from 0."""

    line: int
    column: int


@dataclass(frozen=True)
class Written:
    """A text of a data file with its place."""

    words: str
    place: Place


@dataclass(frozen=True)
class Data(Generic[_Values_co]):
    """The values of one YAML file, as its schema allows them, and the place of each.

    `places` maps the path of a value (its keys and indices) to the place of its key, or of the item in a list.
    """

    path: str
    values: _Values_co
    places: dict[Key, Place] = field(repr=False, compare=False)

    def place(self, *key: str | int) -> Place:
        """The place of the value at this path, or of its nearest parent that has a place."""
        for length in range(len(key), -1, -1):
            if key[:length] in self.places:
                return self.places[key[:length]]
        return Place(self.path)

    def entries(self, codes: Collection[str]) -> Iterator[tuple[Key, dict[str, Any]]]:
        """Every mapping that has text under one of these language codes, with its path."""
        return _entries(self.values, (), codes)


Raw = Data[dict[str, Any]]  # a file of mixed values, which the other modules of this package turn into records


def _entries(value: Any, key: Key, codes: Collection[str]) -> Iterator[tuple[Key, dict[str, Any]]]:
    if isinstance(value, dict):
        if any(isinstance(value.get(code), str) for code in codes):
            yield key, value
        for below, inner in value.items():
            yield from _entries(inner, (*key, below), codes)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _entries(inner, (*key, index), codes)


def read_data(root: Path, path: str, schema: str) -> Data[Any]:
    """The values of a YAML file, validated against the schema of that name in `schemas/`.

    Raises LoadError for invalid YAML, duplicate keys, keys unknown to the schema, and values of the wrong type.
    """
    return parse(path, read_text(root, path), schema, root=root)


def front_matter(path: str, content: str, root: Path | None = None) -> Data[Any]:
    """The values of a page's front matter. Raises LoadError as `read_data` does."""
    return parse(path, content, "front_matter", above=1, root=root)


def parse(path: str, content: str, schema: str, above: int = 0, root: Path | None = None) -> Data[Any]:
    """The values of YAML that begins after `above` lines of the file. Raises LoadError as `read_data` does.

    If the project's root is given, they are also kept in its cache.
    """
    if "!ENV" in content:  # the result also depends on the environment
        return Data(path, *_parsed(path, content, schema, above))
    read = partial(_parsed, path, content, schema, above)
    return Data(path, *yaml_cache.cached(root, path, content, schema, above, read))


def _parsed(path: str, content: str, schema: str, above: int) -> yaml_cache.Read:
    """The values and their places."""

    def broken(mark: _Mark | None, message: str) -> LoadError:
        place = _at(path, mark, above) if mark else Place(path)
        return LoadError([Finding(place, "YAML001", f"invalid YAML: {message}")])

    try:
        if (unsafe := _unsafe(content)) is not None:
            raise broken(*unsafe)
        loader = _Loader(content)
        try:
            node = loader.get_single_node()
            values = loader.construct_document(node) if node else None
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        raise broken(error.problem_mark or error.context_mark, error.problem or "unreadable") from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise broken(None, str(error).splitlines()[0]) from None
    places: dict[Key, Place] = {}
    wrong = [*_cut(path, content, above), *(_walk(path, node, (), places, above) if node else ())]
    if wrong:
        raise LoadError(wrong)
    if wrong := list(_against(Data(path, values, places), schema)):
        raise LoadError(wrong)
    return values, places


class _Loader(_SafeLoader):
    """Loads plain values only: dates stay text, so that 1991-02-30 gets a finding of ours."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
# mkdocs.yml reads site_url from the environment.
_Loader.add_constructor("!ENV", construct_env_tag)


def _at(path: str, mark: _Mark, above: int) -> Place:
    """The place of a mark in YAML that begins after `above` lines of the file."""
    return Place(path, mark.line + 1 + above, mark.column + 1)


def _walk(path: str, node: yaml.Node, key: Key, places: dict[Key, Place], above: int) -> Iterator[Finding]:
    places.setdefault(key, _at(path, node.start_mark, above))
    # The file's own characters were checked when it was read, but YAML can also escape a character.
    if isinstance(node, yaml.ScalarNode) and node.style == '"' and (wrong := unfit(node.value)):
        yield Finding(_at(path, node.start_mark, above), "FILE007", *wrong)
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            place = _at(path, name.start_mark, above)
            if name.tag != "tag:yaml.org,2002:str":
                yield Finding(place, "YAML005", f"the key {name.value} is not text", "put it in quotes")
                continue
            below = (*key, name.value)
            if below in places:
                first = places[below].line
                yield Finding(place, "YAML002", f"duplicate key {name.value}", f"first in line {first}")
                continue
            places[below] = place
            yield from _walk(path, value, below, places, above)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _walk(path, value, (*key, index), places, above)


def _cut(path: str, content: str, above: int) -> Iterator[Finding]:
    """Findings for unquoted values that a ` #` cuts short."""
    if " #" not in content:
        return
    lines = content.split("\n")
    for event in yaml.parse(content, Loader=_Loader):
        if isinstance(event, yaml.ScalarEvent) and not event.style:
            mark = event.end_mark
            if mark and mark.line < len(lines) and re.match(r" +#", rest := lines[mark.line][mark.column :]):
                place = _at(path, mark, above)
                message = f"{event.value[-20:]}{rest[:20].rstrip()}: the text after # is lost"
                yield Finding(place, "YAML007", message, "quote the value, or put the comment on a line of its own")


@cache
def _validator(schema: str) -> jsonschema.Draft202012Validator:
    import jsonschema  # slow, and not needed for files that have not changed

    rules = yaml.load((SCHEMAS / f"{schema}.yml").read_text(encoding="utf-8"), _Loader)
    return jsonschema.Draft202012Validator(rules)


def _unsafe(content: str) -> tuple[_Mark | None, str] | None:
    """Where and why valid YAML is not allowed here: aliases, which can grow or loop, and very deep nesting; or None."""
    depth = 0
    for event in yaml.parse(content, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return event.start_mark, "anchors and aliases are not allowed; write the value out"
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return event.start_mark, f"nested more than {DEEPEST} deep"
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def _against(loaded: Data[Any], schema: str) -> Iterator[Finding]:
    for error in _validator(schema).iter_errors(loaded.values):
        key: Key = tuple(error.absolute_path)
        if error.validator == "additionalProperties":
            known = error.schema.get("properties", {})
            patterns = error.schema.get("patternProperties", {})
            for name in error.instance:
                if name not in known and not any(re.search(pattern, str(name)) for pattern in patterns):
                    hint = nearest(str(name), known) or "known here: " + ", ".join([*known, *patterns])
                    yield Finding(loaded.place(*key, name), "YAML003", f"unknown key {name}", hint)
        elif error.validator == "required":
            name = error.message.split("'")[1]
            yield Finding(loaded.place(*key), "YAML004", f"missing: {name}")
        elif error.validator is None:
            yield Finding(loaded.place(*key), "YAML003", f"{key[-1]} is not allowed in this entry")
        else:
            where = str(key[-1]) if key else "the file"
            yield Finding(loaded.place(*key), "YAML005", f"{where}: {_plainly(error)}")


def _plainly(error: jsonschema.ValidationError) -> str:
    value = repr(error.instance)
    value = value if len(value) <= 60 else value[:57] + "…"
    if error.validator == "type":
        return f"{value} is not of type {error.validator_value}"
    if error.validator == "enum" and isinstance(error.validator_value, list):
        hint = ", ".join(map(str, error.validator_value))
        return f"{value} is not one of: {hint}"
    if error.validator == "pattern":
        return f"{value} does not have the form {error.validator_value}"
    return error.message if len(error.message) <= 160 else error.message[:157] + "…"
