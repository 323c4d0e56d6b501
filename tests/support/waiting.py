"""Waiting for a condition."""

from __future__ import annotations

import time
from collections.abc import Callable

LONGEST = 120  # seconds; the timeout


def until(holds: Callable[[], object], message: Callable[[], str] = str) -> None:
    """Wait until a condition holds. Fails with `message` on a timeout."""
    limit = time.monotonic() + LONGEST
    while not holds():
        assert time.monotonic() < limit, message()
        time.sleep(0.05)
