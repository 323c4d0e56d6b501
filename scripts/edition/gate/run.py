"""Runs the checks over the edition, or over the site rendered from it.

A check is one module in `checks/source/` (before rendering) or `checks/site/` (after). Its name begins with its
code, `xref001_target_missing`; its docstring says what it finds, why that matters, and gives a bad and a good line;
its function `check` yields problems. `WARNING = True` makes its findings warnings. A module in one of these folders
is registered by being there.
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

from ..checks import anchors, link_targets, links
from ..checks import site as site_checks
from ..checks import source as source_checks
from ..findings import Finding, LoadError, Problem
from ..model.build_options import BuildOptions
from ..model.edition import Edition
from ..model.reader import read_edition
from ..publish.forked import Forked, worth_it
from ..render import whole_pages
from . import exceptions, load_errors


@dataclass(frozen=True)
class Check:
    """A check: its code, its explanation, the function that yields its problems, and whether they are warnings.

    `converts` says that it looks at complete pages, as they are rendered from the data.
    """

    code: str
    explanation: str
    check: Callable[..., Iterator[Problem]]
    warning: bool
    converts: bool


@dataclass(frozen=True)
class Selection:
    """The codes to run (all, if `only` is empty) and the codes to skip."""

    only: Collection[str] = ()
    skip: Collection[str] = ()

    def __contains__(self, code: str) -> bool:
        return (not self.only or code in self.only) and code not in self.skip


ALL = Selection()
_CONVERTING = {module.__name__ for module in (anchors, link_targets, links, whole_pages)}
MOST = 1000  # findings of one code in one run; more of them have one cause, and are not worth waiting for


@cache
def checks(package: ModuleType) -> tuple[Check, ...]:
    """The checks in a package, sorted by code."""
    found = []
    for name in sorted(module.name for module in pkgutil.iter_modules(package.__path__)):
        module = importlib.import_module(f"{package.__name__}.{name}")
        code = name.partition("_")[0].upper()
        warning, converts = getattr(module, "WARNING", False), _converts(module)
        found.append(Check(code, module.__doc__ or "", module.check, warning, converts))
    return tuple(found)


def catalogue() -> dict[str, str]:
    """Every code with its explanation."""
    found = {check.code: check.explanation for package in (source_checks, site_checks) for check in checks(package)}
    return dict(sorted({**load_errors.EXPLANATIONS, **exceptions.EXPLANATIONS, **found}.items()))


def check_source(
    root: Path,
    selection: Selection = ALL,
    options: BuildOptions | None = None,
    loaded: Callable[[Edition], object] | None = None,
) -> tuple[Edition | None, list[Finding]]:
    """Load the edition and run the selected checks before rendering; no edition is returned if loading fails.

    `loaded` is called with the edition before the checks, to begin what need not wait for them.

    Load errors are reported whatever is selected, since no check can run after one. An exception from a check that
    did not run is not checked; if the code for exceptions is selected by name, every check runs.
    """
    known = checks(source_checks)
    wanted = [check for check in known if check.code in selection or exceptions.CODE in selection.only]
    try:
        edition = read_edition(root, options)
        if loaded:
            loaded(edition)
        found = _run_apart(wanted, edition)
    except LoadError as error:
        return None, error.findings
    not_run = {check.code for check in known if check not in wanted}
    remaining, wrong = exceptions.apply(edition, found, catalogue(), not_run)
    return edition, sorted(finding for finding in (*remaining, *wrong) if finding.code in selection)


def check_site(edition: Edition, site: Path, selection: Selection = ALL) -> list[Finding]:
    """Run the selected checks over the folder of the rendered site."""
    wanted = [check for check in checks(site_checks) if check.code in selection]
    return sorted(_run(wanted, edition, site_checks.load(edition, site)))


def blocks_build(findings: list[Finding]) -> bool:
    """Whether any finding is more than a warning, and so stops the build."""
    return any(not finding.warning for finding in findings)


def _converts(module: ModuleType) -> bool:
    """Whether a check uses one of the modules that look at complete pages."""
    return any(getattr(value, "__module__", "") in _CONVERTING for value in vars(module).values())


def _run_apart(wanted: Collection[Check], edition: Edition) -> set[Finding]:
    """Run the checks before rendering: those that need no complete pages on another core, if the edition allows it.

    The complete pages stay here, since the site is rendered from them next.
    """
    if not (edition.options.parallel and worth_it()):
        return _run(wanted, edition)
    others = Forked(lambda: _run([check for check in wanted if not check.converts], edition))
    try:
        return _run([check for check in wanted if check.converts], edition) | others.result()
    finally:
        others.stop()


def _run(wanted: Iterable[Check], *arguments: object) -> set[Finding]:
    return {
        Finding(problem.place, check.code, problem.message, problem.hint, check.warning)
        for check in wanted
        for problem in islice(check.check(*arguments), MOST)
    }
