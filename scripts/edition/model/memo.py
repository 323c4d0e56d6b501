"""Results that are computed once for an edition and live as long as the edition."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from .edition import Edition

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


def memoized(
    function: Callable[Concatenate[Edition, _Arguments], _Result],
) -> Callable[Concatenate[Edition, _Arguments], _Result]:
    """Cache a function's results for each edition and its other arguments, which must be hashable.

    Results are kept in `Edition.results`, so they are freed with the edition. A module-level cache would keep every
    edition alive: on a server that rebuilds, and in tests that read hundreds.
    """

    @wraps(function)
    def cached(edition: Edition, /, *args: _Arguments.args, **kwargs: _Arguments.kwargs) -> _Result:
        key = (function, args, frozenset(kwargs.items())) if kwargs else (function, args)
        if key not in edition.results:
            edition.results[key] = function(edition, *args, **kwargs)
        return cast(_Result, edition.results[key])

    return cached
