"""Results that are computed once for an edition, kept on it, and gone when it is."""

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
    """Compute a function once for each edition and its further arguments, which must be hashable.

    The results are kept in `Edition.results`, so that they end with the edition. A cache of the module would keep every
    edition that was ever read: on a server that rebuilds, and in tests that read hundreds.
    """

    @wraps(function)
    def remembered(edition: Edition, /, *args: _Arguments.args, **kwargs: _Arguments.kwargs) -> _Result:
        key = (function, args, frozenset(kwargs.items())) if kwargs else (function, args)
        if key not in edition.results:
            edition.results[key] = function(edition, *args, **kwargs)
        return cast(_Result, edition.results[key])

    return remembered
