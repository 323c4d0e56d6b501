"""Read YAML as values that know their places.

Nothing is repaired on the way: what is not YAML, what the schema of the file does not know, is a finding with its
place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

import jsonschema
import yaml
from yaml_env_tag import construct_env_tag

from ..findings import Finding, LoadError, Place, nearest
from .text_files import DEEPEST, read_text, unfit

if TYPE_CHECKING:
    from yaml import SafeLoader as _SafeLoader
else:  # the same in C, many times as fast, where PyYAML was built with it
    _SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SCHEMAS = Path(__file__).parent / "schemas"
Key = tuple[str | int, ...]
Localized = Mapping[str, str]  # words, by the codes of the languages that they are in
_Values_co = TypeVar("_Values_co", covariant=True)


class _Mark(Protocol):
    """Where something stands in YAML, as either of PyYAML's readers tells it: line and column, counted from 0."""

    line: int
    column: int


@dataclass(frozen=True)
class Written:
    """Words as a data file has them, and where."""

    words: str
    place: Place


@dataclass(frozen=True)
class Data(Generic[_Values_co]):
    """The values of one YAML file, of the kinds that its schema allows, and where each of them stands.

    `places` maps the path of keys and indices to a value onto the place of its key, or of the item in a list.
    """

    path: str
    values: _Values_co
    places: dict[Key, Place] = field(repr=False, compare=False)

    def place(self, *key: str | int) -> Place:
        """The place of the value below this path of keys, or of the nearest one above it that has a place."""
        for length in range(len(key), -1, -1):
            if key[:length] in self.places:
                return self.places[key[:length]]
        return Place(self.path)

    def entries(self, codes: Collection[str]) -> Iterator[tuple[Key, dict[str, Any]]]:
        """Every mapping that has text under one of these keys, the codes of languages, with the way to it."""
        return _entries(self.values, (), codes)


Raw = Data[dict[str, Any]]  # a file of mixed values, of which the modules beside this one make records


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
    """The values of a YAML file, checked against the schema of that name in `schemas/`.

    Raises LoadError for broken YAML, a key given twice, a key the schema does not know, a value of the wrong kind.
    """
    return parse(path, read_text(root, path), schema)


def front_matter(path: str, content: str) -> Data[Any]:
    """The values between the two `---` at the top of a page. Raises LoadError, as `read_data` does."""
    return parse(path, content, "front_matter", above=1)


def parse(path: str, content: str, schema: str, above: int = 0) -> Data[Any]:
    """The values of YAML that stands in this file below so many lines. Raises LoadError, as `read_data` does."""
    if "!ENV" in content:  # the environment decides as well
        return _parsed.__wrapped__(path, content, schema, above)
    return _parsed(path, content, schema, above)


@lru_cache(maxsize=64)  # an edition has some thirty; whoever reads one again has seldom changed more than one of them
def _parsed(path: str, content: str, schema: str, above: int) -> Data[Any]:

    def broken(mark: _Mark | None, message: str) -> LoadError:
        place = _at(path, mark, above) if mark else Place(path)
        return LoadError([Finding(place, "YAML001", f"broken YAML: {message}")])

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
    loaded = Data(path, values, places)
    if wrong := list(_against(loaded, schema)):
        raise LoadError(wrong)
    return loaded


class _Loader(_SafeLoader):
    """Plain values only: a date stays the text it is, so that 1991-02-30 is ours to judge."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
# mkdocs.yml takes its address from the environment.
_Loader.add_constructor("!ENV", construct_env_tag)


def _at(path: str, mark: _Mark, above: int) -> Place:
    """The place of a mark in YAML that has so many lines of the file above it."""
    return Place(path, mark.line + 1 + above, mark.column + 1)


def _walk(path: str, node: yaml.Node, key: Key, places: dict[Key, Place], above: int) -> Iterator[Finding]:
    places.setdefault(key, _at(path, node.start_mark, above))
    # What stands in the file itself was looked at when it was read; YAML has a writing for every character besides.
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
                yield Finding(place, "YAML002", f"the key {name.value} is given twice", f"first in line {first}")
                continue
            places[below] = place
            yield from _walk(path, value, below, places, above)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _walk(path, value, (*key, index), places, above)


def _cut(path: str, content: str, above: int) -> Iterator[Finding]:
    """The values without quotation marks that a ` #` cuts short."""
    if " #" not in content:
        return
    lines = content.split("\n")
    for event in yaml.parse(content, Loader=_Loader):
        if isinstance(event, yaml.ScalarEvent) and not event.style:
            mark = event.end_mark
            if mark and mark.line < len(lines) and re.match(r" +#", rest := lines[mark.line][mark.column :]):
                place = _at(path, mark, above)
                message = f"{event.value[-20:]}{rest[:20].rstrip()}: what follows # is lost"
                yield Finding(place, "YAML007", message, "put the value in quotes; or the comment on a line of its own")


@cache
def _validator(schema: str) -> jsonschema.Draft202012Validator:
    rules = yaml.load((SCHEMAS / f"{schema}.yml").read_text(encoding="utf-8"), _Loader)
    return jsonschema.Draft202012Validator(rules)


def _unsafe(content: str) -> tuple[_Mark | None, str] | None:
    """What is YAML and has no place in a data file of ours: values that grow or loop, and nesting without end."""
    depth = 0
    for event in yaml.parse(content, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return event.start_mark, "an anchor or alias; write the value out"
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
            yield Finding(loaded.place(*key), "YAML003", f"{key[-1]} has no place in this entry")
        else:
            where = str(key[-1]) if key else "the file"
            yield Finding(loaded.place(*key), "YAML005", f"{where}: {_plainly(error)}")


def _plainly(error: jsonschema.ValidationError) -> str:
    value = repr(error.instance)
    value = value if len(value) <= 60 else value[:57] + "…"
    if error.validator == "type":
        return f"{value} is not a value of the kind {error.validator_value}"
    if error.validator == "enum" and isinstance(error.validator_value, list):
        hint = ", ".join(map(str, error.validator_value))
        return f"{value} is none of: {hint}"
    if error.validator == "pattern":
        return f"{value} does not have the form {error.validator_value}"
    return error.message if len(error.message) <= 160 else error.message[:157] + "…"
