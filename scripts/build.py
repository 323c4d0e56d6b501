"""Build the edition: make the environment, check, render, check again, and leave the site in site/.

    python3 scripts/build.py                     build the site
    python3 scripts/build.py --check             only run the checks before rendering
    python3 scripts/build.py --serve             show the site on 127.0.0.1:8000 and rebuild on change
    python3 scripts/build.py --check --only XREF001 --skip TERM001      only some of the checks, or all but some
    python3 scripts/build.py --record-anchors    add new addresses to docs/_data/anchors.txt
    python3 scripts/build.py --confirm ru p12    record that a translation says what the original says now
    python3 scripts/build.py --explain CODE      explain a finding

Exit status: 0 clean (warnings do not count), 1 the text is wrong, 2 the tool could not run.
"""

from __future__ import annotations

import argparse
import gc
import io
import logging
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Collection
from pathlib import Path

# However Python is started: `-I`, `-P` and PYTHONSAFEPATH keep the folder of a script from being looked in.
if (HERE := str(Path(__file__).resolve().parent)) not in sys.path:
    sys.path.insert(0, HERE)

import bootstrap

WATCHED = ("docs", "overrides", "scripts", "mkdocs.yml")
HOST = "127.0.0.1"
PORT = 8000


def main() -> int:
    """Do what the command line asks; returns the exit status."""
    options = asked_for()
    bootstrap.enter("requirements.txt")
    # A short life with many small objects and next to no cycles: looking for these would take a third of the time.
    gc.set_threshold(200_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    # Asked to end, it ends as if by itself, and leaves nothing half made.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return perform(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever reads what is printed has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as reason:  # whatever it is, the person at the terminal gets a sentence and the status
        if options.traceback:
            traceback.print_exc()
        else:
            where = traceback.extract_tb(reason.__traceback__)[-1]
            what = f"{type(reason).__name__}: {reason} ({Path(where.filename).name}:{where.lineno})"
            print(f"build.py: {what}; --traceback shows more", file=sys.stderr)
        return 2


def asked_for() -> argparse.Namespace:
    """What the command line asks for. Ends the process, with status 2 and a sentence, where it cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    task = parser.add_mutually_exclusive_group()
    task.add_argument("--check", action="store_true", help="only run the checks before rendering")
    task.add_argument("--serve", action="store_true", help="show the site and rebuild on change")
    task.add_argument("--record-anchors", action="store_true", help="add new addresses to anchors.txt")
    task.add_argument(
        "--confirm", nargs="+", metavar=("LANGUAGE", "UNIT"), help="record units as compared (all, if none)"
    )
    task.add_argument("--explain", metavar="CODE", help="explain a finding")
    parser.add_argument("--port", type=int, default=PORT, help="where --serve shows the site (8000)")
    parser.add_argument("--traceback", action="store_true", help="show where in the program a fault was met")
    parser.add_argument("--format", choices=("text", "github", "json"), default="text", help="how findings are printed")
    parser.add_argument("--only", nargs="+", default=[], metavar="CODE", help="with --check: only these findings")
    parser.add_argument("--skip", nargs="+", default=[], metavar="CODE", help="with --check: all but these findings")
    options = parser.parse_args()
    if (options.only or options.skip) and not options.check:
        parser.error("--only and --skip go with --check; a site is built when all is right")
    return options


def perform(options: argparse.Namespace) -> int:
    """Do the one task that is asked for, or build; returns the exit status."""
    if options.explain:
        return explain(options.explain)
    if options.serve:
        return serve(options.port)
    if options.check:
        return check(options.format, options.only, options.skip)
    if options.record_anchors:
        return record_anchors()
    if options.confirm:
        return confirm(*options.confirm)
    return build(options.format)


def build(findings_format: str) -> int:
    """Build the site into site/, by way of MkDocs, whose hooks hold the gate."""
    from edition.model.build_options import BuildOptions
    from mkdocs.commands.build import build as render
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    started = time.perf_counter()
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    try:
        options = BuildOptions(findings_format)
        config = load_config(str(bootstrap.ROOT / "mkdocs.yml"), strict=True, extra={"build_options": options})
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
    if not config.site_url:
        print("No SITE_URL was given: the files for reference managers have no addresses, nor has the site a sitemap.")
    return 0


def check(form: str, only: list[str], skip: list[str]) -> int:
    """Run the checks before rendering and print every finding of the codes that are asked for."""
    from edition.gate import report
    from edition.gate import run as gate

    only, skip = ([code.upper() for code in codes] for codes in (only, skip))
    unknown = [code for code in (*only, *skip) if not _known(code)]
    if unknown:
        return 2
    _, findings = gate.check_source(bootstrap.ROOT, gate.Selection(only, skip))
    if findings or form == "json":
        report.show(findings, form, bootstrap.ROOT, sys.stdout)
    else:
        print("no findings")
    return 1 if gate.blocks_build(findings) else 0


def record_anchors() -> int:
    """Write new addresses into anchors.txt, if nothing else is wrong."""
    from edition.checks import anchors
    from edition.gate import report
    from edition.gate import run as gate

    edition, findings = gate.check_source(bootstrap.ROOT, gate.Selection(skip=["ANCHOR002"]))
    if edition is None or gate.blocks_build(findings):
        report.show(findings, "text", bootstrap.ROOT, sys.stdout)
        return 1
    print(f"{anchors.record(edition)} new addresses recorded in {anchors.PATH}")
    return 0


def confirm(code: str, *names: str) -> int:
    """Record that units of a language, or all of them, were compared with the original as it is now."""
    from edition.findings import nearest
    from edition.gate import report
    from edition.gate import run as gate
    from edition.text import translation_status

    edition, findings = gate.check_source(bootstrap.ROOT)
    if edition is None or gate.blocks_build(findings):
        report.show(findings, "text", bootstrap.ROOT, sys.stdout)
        return 1
    translated = {
        locale.code: translation_status.digests(edition, locale) for locale in edition.locales if not locale.original
    }
    wrong: list[tuple[str, Collection[str]]] = [(code, translated)] if code not in translated else []
    wrong += [(name, translated[code]) for name in names if not wrong and name not in translated[code]]
    for name, known in wrong:
        print(f"build.py: nothing called {name} is translated; {nearest(name, known)}".rstrip("; "), file=sys.stderr)
    if wrong:
        return 2
    count = translation_status.confirm(edition, edition.locale(code), names or translated[code])
    print(f"{count} newly confirmed in {translation_status.PATH}")
    return 0


def explain(code: str) -> int:
    """Print what a finding means."""
    from edition.gate import run as gate

    if not _known(code.upper()):
        return 2
    print(f"{code.upper()}: {gate.catalogue()[code.upper()].strip()}")
    return 0


def _known(code: str) -> bool:
    """Whether a finding has this code; says so if not."""
    from edition.findings import nearest
    from edition.gate import run as gate

    known = gate.catalogue()
    if code not in known:
        print(f"build.py: no finding has the code {code}; {nearest(code, known)}".rstrip("; "), file=sys.stderr)
    return code in known


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
    sys.exit(main())
