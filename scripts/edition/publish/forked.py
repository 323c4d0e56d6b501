"""Work that a copy of this process does beside it, on another core."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar, cast

_Result = TypeVar("_Result")


def worth_it() -> bool:
    """Whether this system can copy processes cheaply and safely, and has a core for the copy."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


class Forked(Generic[_Result]):
    """A copy of this process that does some work and ends.

    It sees everything as it is now. Of what it computes in memory, only the result comes back, which can be pickled.
    """

    def __init__(self, work: Callable[[], _Result]) -> None:
        """Start it. Only a process without threads may do so."""
        reading, writing = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            status = 1
            try:
                with os.fdopen(writing, "wb") as pipe:
                    pipe.write(pickle.dumps(work()))
                status = 0
            finally:
                os._exit(status)  # without what the original does at its end; it will report any error itself
        os.close(writing)
        self._pipe = os.fdopen(reading, "rb")
        self._work = work

    def result(self) -> _Result:
        """Wait for the result. If the copy failed, the work is done here, and raises what it raises."""
        written = self._pipe.read() if self._process else b""
        return cast(_Result, pickle.loads(written)) if self._ended() and written else self._work()

    def _ended(self) -> bool:
        """Wait until it has ended; returns whether it did all of its work."""
        if not self._process:
            return False
        self._pipe.close()
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        return status == 0

    def stop(self) -> None:
        """End it, if it still runs."""
        if self._process:
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
            self._ended()
