"""The rooms of the core package: DESIGN.md draws which of them use which, and the imports are compared with it."""

from __future__ import annotations

import ast
import importlib
import re
from importlib.util import find_spec

from support.imports import from_elsewhere, from_within
from support.projects import ROOT

PACKAGE = ROOT / "scripts" / "edition"
LONGEST = 250  # lines of a module; longer ones have more than one reason to change
FOREIGN = {"mkdocs", "mkdocs_static_i18n", "material"}
Arrow = tuple[str, str]


def arrows() -> set[Arrow]:
    """Which room imports from which."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        found |= {(room, way[0]) for way in from_within(path, PACKAGE)}
    return {(room, other) for room, other in found if room != other}


def drawn() -> set[Arrow]:
    """The arrows of the picture."""
    picture = re.search(r"```mermaid\n(.*?)```", (ROOT / "DESIGN.md").read_text(encoding="utf-8"), re.DOTALL)[1]
    lines = re.findall(r"^ *([\w &]+?) --> ([\w &]+)$", picture, re.MULTILINE)
    return {(room, other) for left, right in lines for room in left.split(" & ") for other in right.split(" & ")}


def reached(picture: set[Arrow], room: str) -> set[str]:
    """The rooms that are below one in the picture."""
    found: set[str] = set()
    following = [room]
    while following:
        here = following.pop()
        new = {other for one, other in picture if one == here} - found
        found |= new
        following += new
    return found


def test_rooms_use_only_rooms_below_them_in_the_picture() -> None:
    picture = drawn()
    rooms = {one for arrow in picture for one in arrow}
    assert rooms == {
        path.name.removesuffix(".py")
        for path in PACKAGE.iterdir()
        if (path.suffix == ".py" and path.name != "__init__.py") or (path / "__init__.py").exists()
    }
    assert not [room for room in rooms if room in reached(picture, room)], "a circle"
    assert not [(room, other) for room, other in arrows() if other not in reached(picture, room)]


def test_every_arrow_of_the_picture_is_an_import() -> None:
    assert drawn() - arrows() == set()


def test_each_room_is_in_the_table_and_says_what_may_be_called() -> None:
    table = re.findall(r"^\| `(\w+)` \|", (ROOT / "DESIGN.md").read_text(encoding="utf-8"), re.MULTILINE)
    rooms = {one for arrow in drawn() for one in arrow}
    assert sorted(table) == sorted(rooms)
    for room in rooms - {"findings"}:
        said = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text(encoding="utf-8"))) or ""
        assert "To be called:" in said, room


def test_what_is_said_to_be_called_is_there() -> None:
    for room in {one for arrow in drawn() for one in arrow} - {"findings"}:
        said = importlib.import_module(f"edition.{room}").__doc__ or ""
        for name in re.findall(r"`([\w.]+)`", said.partition("To be called:")[2]):
            module, _, attribute = name.partition(".")
            assert not attribute or hasattr(importlib.import_module(f"edition.{room}.{module}"), attribute), name
            assert find_spec(f"edition.{room}.{module}"), name


def test_the_package_knows_neither_mkdocs_nor_the_theme() -> None:
    assert not [path for path in PACKAGE.rglob("*.py") if from_elsewhere(path) & FOREIGN]


def test_no_module_is_too_long() -> None:
    modules = [*PACKAGE.rglob("*.py"), *(ROOT / "scripts").glob("*.py")]
    assert not [path for path in modules if path.read_text(encoding="utf-8").count("\n") > LONGEST]
