"""Serves a preview of the site while it is edited, and builds it again on every change.

A builder waits in a process of its own, with everything imported and the edition read once. For each build it forks a
child, which starts from there and leaves nothing behind. If a file in scripts/ has changed, a new builder is started.
Where processes cannot be forked, each build is a process of its own.

    python3 scripts/preview.py           is such a builder: it builds once for each byte on standard input, a socket
    python3 scripts/preview.py --once    builds the preview once
"""

from __future__ import annotations

import base64
import gc
import hashlib
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

if (HERE := str(Path(__file__).resolve().parent)) not in sys.path:
    sys.path.insert(0, HERE)

import bootstrap
import entry

SITE = bootstrap.ROOT / ".site-preview"  # beside site/, which stays as it was built to be published
_WATCHED = ("docs", "overrides", "scripts", "mkdocs.yml")
_POLLING = 0.1  # seconds between two looks at the files
_SETTLING = 0.05  # seconds without a change, so that the files of one change are built together
_RELOADING = re.compile(rb"<script>(.*?)</script></body>", re.DOTALL)


def serve(host: str, port: int) -> int:
    """Serve the preview until Ctrl-C; a failing build leaves the last good one in place. Returns the exit status."""
    from mkdocs.livereload import LiveReloadServer

    builder = _Builder()
    builder.build()
    SITE.mkdir(exist_ok=True)  # the first build may have failed
    server = LiveReloadServer(builder.build, host=host, port=port, root=str(SITE), polling_interval=_POLLING)
    server.build_delay = _SETTLING
    server.set_app(_allow_reloading(server.serve_request))
    for path in _WATCHED:
        server.watch(str(bootstrap.ROOT / path))
    print(f"http://{host}:{port}/ (stop with Ctrl-C)", flush=True)
    try:
        server.serve()
    except (OSError, OverflowError) as reason:
        print(f"build.py: {host}:{port} cannot be served: {reason}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print()
    finally:
        server.shutdown()
        builder.stop()
    return 0


class _Builder:
    """The process that builds, as the server sees it."""

    def __init__(self) -> None:
        self._code = b""
        self._process: subprocess.Popen[bytes] | None = None
        self._socket: socket.socket | None = None

    def build(self) -> None:
        """Build once, and wait until it is done."""
        from edition.publish.tree_digest import tree_digest

        if not hasattr(os, "fork"):
            subprocess.run([sys.executable, __file__, "--once"])
            return
        code = tree_digest(bootstrap.ROOT, ("scripts",))
        if code != self._code:
            self.stop()
        if not self._socket:
            self._code = code
            self._start()
        if self._socket:
            try:
                self._socket.sendall(b"b")
                if self._socket.recv(1):
                    return
            except OSError:
                pass
            self.stop()  # it has ended; the next build starts another

    def stop(self) -> None:
        """End the process, if it runs."""
        if self._socket:
            self._socket.close()
        if self._process:
            self._process.wait()
        self._process = self._socket = None

    def _start(self) -> None:
        self._socket, theirs = socket.socketpair()
        self._process = subprocess.Popen([sys.executable, __file__], stdin=theirs.fileno())
        theirs.close()


def _allow_reloading(application: Callable[..., Any]) -> Callable[..., Any]:
    """Let the pages' Content-Security-Policy allow the script by which MkDocs reloads them."""

    def allowed(environment: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        started: list[Any] = []
        chunks = application(environment, lambda *arguments: started.extend(arguments))
        status, headers = started[0], dict(started[1])
        if not headers.get("Content-Type", "").startswith("text/html"):
            start_response(status, list(headers.items()))
            return chunks  # type: ignore[no-any-return]
        page = b"".join(chunks)
        if script := _RELOADING.search(page, page.rfind(b"<script>")):
            digest = base64.b64encode(hashlib.sha256(script[1]).digest())
            page = page.replace(b"script-src 'self'", b"script-src 'self' 'sha256-" + digest + b"'", 1)
        start_response(status, list((headers | {"Content-Length": str(len(page))}).items()))
        return [page]

    return allowed


def build_on_request() -> None:
    """Build in a child process for each byte on the standard input, and answer with a byte, until it is closed."""
    import mkdocs.commands.build  # noqa: F401
    from edition.gate import run as gate
    from edition.publish.store import Store
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    channel, store = socket.socket(fileno=os.dup(0)), Store(bootstrap.ROOT)
    # What is loaded once, and files that have not changed since, of which the caches hold a limited number.
    gate.check_source(bootstrap.ROOT)
    with suppress(Abort, ConfigurationError):  # then each build says what is wrong
        load_config(str(bootstrap.ROOT / "mkdocs.yml"))
    gc.freeze()  # the children need not look through what is here
    while channel.recv(1):
        child = os.fork()
        if child == 0:
            build_once()
        os.waitpid(child, 0)
        with suppress(OSError):  # the server has ended
            channel.sendall(b"d")
        store.prune()


def build_once() -> NoReturn:
    """Build the preview and end the process."""
    gc.disable()  # it ends before there is much to collect
    entry.end(entry.run(lambda: build.build("text", SITE)))


if __name__ == "__main__":
    import build

    entry.prepare()
    build_once() if "--once" in sys.argv else build_on_request()
