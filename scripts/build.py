"""Build the edition: make the environment, check, render, check again, and leave the site in site/.

    python3 scripts/build.py                     build the site
    python3 scripts/build.py --check             only run the checks before rendering
    python3 scripts/build.py --serve             show the site on 127.0.0.1:8000 and rebuild on change
    python3 scripts/build.py --record-anchors    add new addresses to docs/_data/anchors.txt
    python3 scripts/build.py --explain CODE      explain a finding

Exit status: 0 clean, 1 the text is wrong, 2 the tool could not run.
"""

from __future__ import annotations

import argparse
import logging
import os
import subprocess
import sys
import time
import traceback
from pathlib import Path

import bootstrap

WATCHED = ("docs", "overrides", "scripts", "mkdocs.yml")
HOST = "127.0.0.1"
PORT = 8000


def main() -> int:
    """Do what the command line asks; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    task = parser.add_mutually_exclusive_group()
    task.add_argument("--check", action="store_true", help="only run the checks before rendering")
    task.add_argument("--serve", action="store_true", help="show the site and rebuild on change")
    task.add_argument("--record-anchors", action="store_true", help="add new addresses to anchors.txt")
    task.add_argument("--explain", metavar="CODE", help="explain a finding")
    parser.add_argument("--port", type=int, default=PORT, help="where --serve shows the site (8000)")
    parser.add_argument("--format", choices=("text", "github", "json"), default="text", help="how findings are printed")
    options = parser.parse_args()
    bootstrap.enter("requirements.txt")
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")
    os.environ["FINDINGS_FORMAT"] = options.format
    try:
        if options.explain:
            return explain(options.explain)
        if options.serve:
            return serve(options.port)
        if options.check:
            return check(options.format)
        if options.record_anchors:
            return record_anchors()
        return build()
    except KeyboardInterrupt:
        return 130
    except Exception as reason:  # whatever it is, the person at the terminal gets a sentence and the status
        where = traceback.extract_tb(reason.__traceback__)[-1]
        what = f"{type(reason).__name__}: {reason} ({Path(where.filename).name}:{where.lineno})"
        print(f"build.py: {what}", file=sys.stderr)
        return 2


def build() -> int:
    """Build the site into site/, by way of MkDocs, whose hooks hold the gate."""
    from mkdocs.commands.build import build as render
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    started = time.perf_counter()
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    try:
        config = load_config(str(bootstrap.ROOT / "mkdocs.yml"), strict=True)
    except (Abort, ConfigurationError) as reason:
        print(f"build.py: mkdocs.yml is refused: {reason}", file=sys.stderr)
        return 2
    try:
        config.plugins.on_startup(command="build", dirty=False)
        render(config)
        config.plugins.on_shutdown()
    except Abort as reason:
        print(f"build.py: {reason}", file=sys.stderr)
        return 1
    print(f"site/ is built in {time.perf_counter() - started:.1f} s; open site/index.html, or --serve it.")
    return 0


def check(form: str) -> int:
    """Run the checks before rendering and print every finding."""
    from edition import gate, report

    _, findings = gate.before(bootstrap.ROOT)
    if findings or form == "json":
        print(report.FORMATS[form](findings))
    else:
        print("no findings")
    return 1 if findings else 0


def record_anchors() -> int:
    """Write new addresses into anchors.txt, if nothing else is wrong."""
    from edition import anchors, gate, report

    edition, findings = gate.before(bootstrap.ROOT)
    wrong = [finding for finding in findings if finding.code != "ANCHOR002"]
    if wrong:
        print(report.text(wrong))
        return 1
    print(f"{anchors.record(edition)} new addresses recorded in {anchors.PATH}")
    return 0


def explain(code: str) -> int:
    """Print what a finding means."""
    from edition import gate
    from edition.findings import nearest

    known = gate.catalogue()
    if code.upper() not in known:
        print(f"build.py: no finding has the code {code}; {nearest(code.upper(), known)}".rstrip("; "), file=sys.stderr)
        return 2
    print(f"{code.upper()}: {known[code.upper()].strip()}")
    return 0


def serve(port: int) -> int:
    """Show site/ and build it anew on every change; a build that fails leaves the last good site up."""
    from mkdocs.livereload import LiveReloadServer

    def rebuild() -> None:
        # A process of its own, so that changed Python counts and nothing is left over.
        subprocess.run([sys.executable, __file__])

    rebuild()
    server = LiveReloadServer(rebuild, host=HOST, port=port, root=str(bootstrap.ROOT / "site"))
    for path in WATCHED:
        server.watch(str(bootstrap.ROOT / path))
    print(f"http://{HOST}:{port}/ (stop with Ctrl-C)", flush=True)
    try:
        server.serve()
    except (OSError, OverflowError) as reason:
        print(f"build.py: {HOST}:{port} cannot be served: {reason}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print()
    finally:
        server.shutdown()
    return 0


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(Path(__file__).parent))
    sys.exit(main())
