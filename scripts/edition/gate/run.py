"""The gate: every check there is, run over the edition or over the site made from it.

A check is one module in `checks/source/` (before rendering) or `checks/site/` (after). Its name begins with its
code, `xref001_target_missing`; its docstring says what it finds, why that matters, and gives a bad and a good line;
its function `check` yields problems. `WARNING = True` in it makes its findings warnings. Being in the folder is all
the registration there is.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from types import ModuleType

from ..checks import site as site_checks
from ..checks import source as source_checks
from ..findings import Finding, LoadError, Problem
from ..model.build_options import BuildOptions
from ..model.edition import Edition
from ..model.reader import read_edition
from . import exceptions, load_errors


@dataclass(frozen=True)
class Check:
    """A check: its code, its explanation, the function that yields problems, and whether they are warnings."""

    code: str
    explanation: str
    check: Callable[..., Iterator[Problem]]
    warning: bool


@dataclass(frozen=True)
class Selection:
    """The codes that are asked for (all, if none is named) and those that are left out."""

    only: Collection[str] = ()
    skip: Collection[str] = ()

    def __contains__(self, code: str) -> bool:
        return (not self.only or code in self.only) and code not in self.skip


ALL = Selection()
MOST = 1000  # findings of one code in one run; whoever has more has one cause for them, and need not wait for the rest


@cache
def checks(package: ModuleType) -> tuple[Check, ...]:
    """The checks in a package, in the order of their codes."""
    found = []
    for name in sorted(module.name for module in pkgutil.iter_modules(package.__path__)):
        module = importlib.import_module(f"{package.__name__}.{name}")
        code = name.partition("_")[0].upper()
        found.append(Check(code, module.__doc__ or "", module.check, getattr(module, "WARNING", False)))
    return tuple(found)


def catalogue() -> dict[str, str]:
    """Every code with its explanation."""
    found = {check.code: check.explanation for package in (source_checks, site_checks) for check in checks(package)}
    return dict(sorted({**load_errors.EXPLANATIONS, **exceptions.EXPLANATIONS, **found}.items()))


def check_source(
    root: Path, selection: Selection = ALL, options: BuildOptions | None = None
) -> tuple[Edition | None, list[Finding]]:
    """Read the edition and run the checks before rendering that are selected. Without an edition, the findings say why.

    What cannot be read is told whatever was selected, for nothing can be said without it. An exception from a check
    that has not run is not judged; where the exceptions are asked for by name, every check runs.
    """
    known = checks(source_checks)
    wanted = [check for check in known if check.code in selection or exceptions.CODE in selection.only]
    try:
        edition = read_edition(root, options)
        found = _run(wanted, edition)
    except LoadError as error:
        return None, error.findings
    not_run = {check.code for check in known if check not in wanted}
    left, wrong = exceptions.apply(edition, found, catalogue(), not_run)
    return edition, sorted(finding for finding in (*left, *wrong) if finding.code in selection)


def check_site(edition: Edition, site: Path, selection: Selection = ALL) -> list[Finding]:
    """Run the checks that are selected over the rendered site, a folder to be served at the edition's address."""
    wanted = [check for check in checks(site_checks) if check.code in selection]
    return sorted(_run(wanted, edition, site_checks.load(edition, site)))


def blocks_build(findings: list[Finding]) -> bool:
    """Whether there is a finding that stops a build."""
    return any(not finding.warning for finding in findings)


def _run(wanted: Iterable[Check], *arguments: object) -> set[Finding]:
    return {
        Finding(problem.place, check.code, problem.message, problem.hint, check.warning)
        for check in wanted
        for problem in islice(check.check(*arguments), MOST)
    }
