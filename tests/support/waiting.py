"""Waiting for a condition."""

from __future__ import annotations

import time
from collections.abc import Callable

LONGEST = 120  # seconds after which what is waited for will not come any more


def until(holds: Callable[[], object], told: Callable[[], str] = str) -> None:
    """Wait until something holds. Fails, with what `told` says, if it never does."""
    limit = time.monotonic() + LONGEST
    while not holds():
        assert time.monotonic() < limit, told()
        time.sleep(0.05)
