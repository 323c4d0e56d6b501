"""The process of a command: how it is set up, and how it ends."""

from __future__ import annotations

import atexit
import gc
import io
import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn


def prepare() -> None:
    """Set up the process: memory, output, signals."""
    # A short-lived process with many small objects and few cycles: garbage collection would take a third of the time.
    gc.set_threshold(200_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    # On SIGTERM, exit normally, so that temporary files are removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


def run(task: Callable[[], int], show_traceback: bool = False) -> int:
    """Run a task; returns its exit status, or that of the exception that ends it."""
    try:
        return task()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of the output has closed it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as reason:  # any error is reported in one sentence, and by the exit status
        if show_traceback:
            traceback.print_exc()
        else:
            where = traceback.extract_tb(reason.__traceback__)[-1]
            what = f"{type(reason).__name__}: {reason} ({Path(where.filename).name}:{where.lineno})"
            print(f"build.py: {what}; --traceback shows more", file=sys.stderr)
        return 2


def end(status: int) -> NoReturn:
    """End the process as usual, but without taking its memory down piece by piece, which takes a tenth of a build."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # the reader of the output has closed it
            stream.flush()
    os._exit(status)
