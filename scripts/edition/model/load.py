"""Read the edition's files: text as text, YAML as values that know their places.

Nothing is repaired on the way: what is not plain UTF-8 with line feeds, what is not YAML, what the schema of the
file does not know, is a finding with its place.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import jsonschema
import yaml
from yaml_env_tag import construct_env_tag

from ..findings import Finding, Place, Unreadable, nearest

if TYPE_CHECKING:
    from yaml import SafeLoader as _SafeLoader
else:  # the same in C, many times as fast, where PyYAML was built with it
    _SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DATA = "docs/_data"
SCHEMAS = Path(__file__).parent / "schemas"
DEEPEST = 20  # levels; the deepest data file has nine, the deepest page two
MOST_OPENED = 500  # brackets in a paragraph; the article has no more than twenty
Key = tuple[str | int, ...]


class _Mark(Protocol):
    """Where something stands in YAML, as either of PyYAML's readers tells it: line and column, counted from 0."""

    line: int
    column: int


@dataclass(frozen=True)
class Data:
    """The values of one YAML file, and where each of them stands.

    `places` maps the path of keys and indices to a value onto the place of its key, or of the item in a list.
    """

    path: str
    values: Any
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


def _entries(value: Any, key: Key, codes: Collection[str]) -> Iterator[tuple[Key, dict[str, Any]]]:
    if isinstance(value, dict):
        if any(isinstance(value.get(code), str) for code in codes):
            yield key, value
        for below, inner in value.items():
            yield from _entries(inner, (*key, below), codes)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _entries(inner, (*key, index), codes)


def stray_links(root: Path, folder: str) -> Iterator[Finding]:
    """The files and folders below a folder of the project that are links to somewhere outside the project."""
    inside = root.resolve()
    for file in sorted((root / folder).rglob("*")):
        if file.is_symlink() and not Path(os.path.realpath(file)).is_relative_to(inside):
            path = file.relative_to(root).as_posix()
            yield Finding(Place(path), "FILE010", "a link that leads outside the project", "put the file itself here")


def text(root: Path, path: str) -> str:
    """The text of a file of the project. Raises Unreadable for anything but plain UTF-8 with line feeds."""
    try:
        raw = (root / path).read_bytes()
    except OSError as error:
        why = "is missing" if isinstance(error, FileNotFoundError) else f"cannot be read: {error.strerror}"
        raise Unreadable([Finding(Place(path), "FILE001", f"the file {why}")]) from None
    try:
        content = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        place = Place(path, before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1)
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        raise Unreadable([Finding(place, "FILE002", message, "save the file as UTF-8")]) from None
    wrong = list(_characters(path, content))
    if wrong:
        raise Unreadable(wrong)
    if not content.strip():
        raise Unreadable([Finding(Place(path), "FILE006", "the file is empty")])
    return content


def data(root: Path, path: str, schema: str) -> Data:
    """The values of a YAML file, checked against the schema of that name in `schemas/`.

    Raises Unreadable for broken YAML, a key given twice, a key the schema does not know, a value of the wrong kind.
    """
    return parse(path, text(root, path), schema)


def front_matter(path: str, content: str) -> Data:
    """The values between the two `---` at the top of a page. Raises Unreadable, as `data` does."""
    return parse(path, content, "front_matter", above=1)


@lru_cache(maxsize=64)  # an edition has some thirty; whoever reads one again has seldom changed more than one of them
def parse(path: str, content: str, schema: str, above: int = 0) -> Data:
    """The values of YAML that stands in this file below so many lines. Raises Unreadable, as `data` does."""

    def broken(mark: _Mark | None, message: str) -> Unreadable:
        place = _at(path, mark, above) if mark else Place(path)
        return Unreadable([Finding(place, "YAML001", f"broken YAML: {message}")])

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
    wrong = list(_walk(path, node, (), places, above)) if node else []
    if wrong:
        raise Unreadable(wrong)
    loaded = Data(path, values, places)
    if wrong := list(_against(loaded, schema)):
        raise Unreadable(wrong)
    return loaded


class _Loader(_SafeLoader):
    """Plain values only: a date stays the text it is, so that 1991-02-30 is ours to judge."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
# mkdocs.yml takes its address from the environment.
_Loader.add_constructor("!ENV", construct_env_tag)


def _characters(path: str, content: str) -> Iterator[Finding]:
    if content.startswith("\ufeff"):
        yield Finding(Place(path), "FILE003", "the file begins with a byte order mark", "save it as UTF-8 without BOM")
    for code, pattern, message, hint in (
        ("FILE004", r"\r", "the lines end as on Windows or an old Mac", "save the file with line feeds (LF)"),
        ("FILE005", r"\t", "a tab", "use spaces"),
        ("FILE007", r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]", "a control character", "remove it"),
        ("FILE007", r"[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]", "a character that nobody sees", "remove it"),
        ("FILE007", r"[\ufffd\ue000-\uf8ff]", "a character that has no meaning", "write the one that was meant"),
        ("FILE011", r"(?m)^(?:<{7}|>{7})(?: |$)|^={7}$", "the mark of two versions that were not merged", "merge them"),
    ):
        if match := re.search(pattern, content):
            yield Finding(place_at(path, content, match.start()), code, message, hint)
    if not unicodedata.is_normalized("NFC", content):
        parts = re.finditer(r"\w[\u0300-\u036f]+", content)
        apart = (part.start() for part in parts if not unicodedata.is_normalized("NFC", part[0]))
        place = place_at(path, content, next(apart, 0))
        yield Finding(place, "FILE007", "a letter written as two characters", "save the text in the form NFC")


def too_intricate(path: str, content: str, start: int) -> Iterator[Finding]:
    """Markdown from this character on that would keep a parser busy for minutes, or exhaust it."""
    for paragraph in re.finditer(r"(?:[^\n]+\n?)+", content[start:]):
        for sign in "[<":
            if paragraph[0].count(sign) > MOST_OPENED:
                opened = [at for at, one in enumerate(paragraph[0]) if one == sign]
                place = place_at(path, content, start + paragraph.start() + opened[MOST_OPENED])
                message = f"more than {MOST_OPENED} times {sign} in one paragraph"
                yield Finding(place, "FILE009", message, "close what is opened, or divide the paragraph")
    if match := re.compile(rf"^(?:[ ]*(?:[-*+>]|\d+\.) ?){{{DEEPEST},}}|^ {{{4 * DEEPEST},}}\S", re.MULTILINE).search(
        content, start
    ):
        place = place_at(path, content, match.start())
        yield Finding(place, "FILE009", f"lists or quotations more than {DEEPEST} deep", "write it flat")


def place_at(path: str, content: str, offset: int) -> Place:
    """The place of a character of a text, counted from 0."""
    return Place(path, content.count("\n", 0, offset) + 1, offset - content.rfind("\n", 0, offset))


def _at(path: str, mark: _Mark, above: int) -> Place:
    """The place of a mark in YAML that has so many lines of the file above it."""
    return Place(path, mark.line + 1 + above, mark.column + 1)


def _walk(path: str, node: yaml.Node, key: Key, places: dict[Key, Place], above: int) -> Iterator[Finding]:
    places.setdefault(key, _at(path, node.start_mark, above))
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


def _against(loaded: Data, schema: str) -> Iterator[Finding]:
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
