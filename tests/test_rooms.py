"""The rooms of the core package: imports must match the diagram in DESIGN.md."""

from __future__ import annotations

import ast
import importlib
import re
from importlib.util import find_spec

from support.imports import from_elsewhere, from_within
from support.projects import ROOT

PACKAGE = ROOT / "scripts" / "edition"
LONGEST = 250  # lines; a longer module has more than one reason to change
FOREIGN = {"mkdocs", "mkdocs_static_i18n", "material"}
Arrow = tuple[str, str]


def arrows() -> set[Arrow]:
    """The imports between rooms."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        found |= {(room, names[0]) for names in from_within(path, PACKAGE)}
    return {(room, other) for room, other in found if room != other}


def drawn() -> set[Arrow]:
    """The arrows of the diagram."""
    diagram = re.search(r"```mermaid\n(.*?)```", (ROOT / "DESIGN.md").read_text(encoding="utf-8"), re.DOTALL)[1]
    lines = re.findall(r"^ *([\w &]+?) --> ([\w &]+)$", diagram, re.MULTILINE)
    return {(room, other) for left, right in lines for room in left.split(" & ") for other in right.split(" & ")}


def rooms_below(diagram: set[Arrow], room: str) -> set[str]:
    """The rooms below a room in the diagram."""
    found: set[str] = set()
    pending = [room]
    while pending:
        here = pending.pop()
        new = {other for one, other in diagram if one == here} - found
        found |= new
        pending += new
    return found


def test_rooms_import_only_from_rooms_below_them() -> None:
    diagram = drawn()
    rooms = {one for arrow in diagram for one in arrow}
    assert rooms == {
        path.name.removesuffix(".py")
        for path in PACKAGE.iterdir()
        if (path.suffix == ".py" and path.name != "__init__.py") or (path / "__init__.py").exists()
    }
    assert not [room for room in rooms if room in rooms_below(diagram, room)], "a cycle"
    assert not [(room, other) for room, other in arrows() if other not in rooms_below(diagram, room)]


def test_every_arrow_of_the_diagram_is_an_import() -> None:
    assert drawn() - arrows() == set()


def test_each_room_is_in_the_table_and_states_its_interface() -> None:
    table = re.findall(r"^\| `(\w+)` \|", (ROOT / "DESIGN.md").read_text(encoding="utf-8"), re.MULTILINE)
    rooms = {one for arrow in drawn() for one in arrow}
    assert sorted(table) == sorted(rooms)
    for room in rooms - {"findings"}:
        interface = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text(encoding="utf-8"))) or ""
        assert "To be called:" in interface, room


def test_stated_interfaces_exist() -> None:
    for room in {one for arrow in drawn() for one in arrow} - {"findings"}:
        interface = importlib.import_module(f"edition.{room}").__doc__ or ""
        for name in re.findall(r"`([\w.]+)`", interface.partition("To be called:")[2]):
            module, _, attribute = name.partition(".")
            assert not attribute or hasattr(importlib.import_module(f"edition.{room}.{module}"), attribute), name
            assert find_spec(f"edition.{room}.{module}"), name


def test_package_imports_neither_mkdocs_nor_the_theme() -> None:
    assert not [path for path in PACKAGE.rglob("*.py") if from_elsewhere(path) & FOREIGN]


def test_no_module_is_too_long() -> None:
    modules = [*PACKAGE.rglob("*.py"), *(ROOT / "scripts").glob("*.py")]
    assert not [path for path in modules if path.read_text(encoding="utf-8").count("\n") > LONGEST]
