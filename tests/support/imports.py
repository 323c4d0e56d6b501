"""The imports of modules, read from their source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path


def from_elsewhere(path: Path) -> set[str]:
    """The names of the top-level modules that a module imports from outside its package."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name.partition(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            found.add(node.module.partition(".")[0])
    return found


def from_within(path: Path, package: Path) -> Iterator[tuple[str, ...]]:
    """The modules of its own package that a module imports, each as its path of names from the package."""
    inside = path.relative_to(package).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            above = inside[: len(inside) - node.level + 1]
            path_of_names = (*above, *node.module.split(".")) if node.module else above
            # Imports from the package itself are its rooms.
            yield from [path_of_names] if path_of_names else [(one.name,) for one in node.names]
