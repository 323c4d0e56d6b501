"""The gate: every check there is, run over the edition or over the site made from it.

A check is one module in `checks/source/` (before rendering) or `checks/site/` (after). Its name begins with its
code, `xref001_target_missing`; its docstring says what it finds, why that matters, and gives a bad and a good line;
its function `check` yields problems. Being in the folder is all the registration there is.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from . import load, model
from .checks import site as site_checks
from .checks import source as source_checks
from .findings import Finding, Problem, Unreadable


@dataclass(frozen=True)
class Check:
    """A check: its code, its explanation, and the function that yields problems."""

    code: str
    explanation: str
    check: Callable[..., Iterator[Problem]]


def checks(package: ModuleType) -> list[Check]:
    """The checks in a package, in the order of their codes."""
    found = []
    for name in sorted(module.name for module in pkgutil.iter_modules(package.__path__)):
        module = importlib.import_module(f"{package.__name__}.{name}")
        found.append(Check(name.partition("_")[0].upper(), module.__doc__ or "", module.check))
    return found


def catalogue() -> dict[str, str]:
    """Every code with its explanation."""
    found = {check.code: check.explanation for package in (source_checks, site_checks) for check in checks(package)}
    return dict(sorted({**load.EXPLANATIONS, **found}.items()))


def before(root: Path) -> tuple[model.Edition | None, list[Finding]]:
    """Read the edition and run every check before rendering. Without an edition, the findings say why."""
    try:
        edition = model.read(root)
    except Unreadable as error:
        return None, error.findings
    return edition, _run(checks(source_checks), edition)


def after(edition: model.Edition, site: Path, base: str = "/") -> list[Finding]:
    """Run every check over the rendered site, a folder that will be served as it is at the path `base` of its host."""
    return _run(checks(site_checks), edition, site_checks.load(site, base or "/"))


def _run(wanted: list[Check], *arguments: object) -> list[Finding]:
    found = {
        Finding(problem.place, check.code, problem.message, problem.hint)
        for check in wanted
        for problem in check.check(*arguments)
    }
    return sorted(found)
