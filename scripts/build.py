"""Build the edition: check it, render it, check the result, and put the site into site/.

    python3 scripts/build.py                     build the site
    python3 scripts/build.py --check             only run the checks before rendering
    python3 scripts/build.py --serve             serve the site at 127.0.0.1:8000 and rebuild it on change
    python3 scripts/build.py --check --only XREF001 --skip TERM001      run only some checks, or skip some
    python3 scripts/build.py --record-anchors    add new addresses to docs/_data/anchors.txt
    python3 scripts/build.py --confirm ru p12    record that a translation matches the current original
    python3 scripts/build.py --release 1.2.0     record the present words as a release
    python3 scripts/build.py --keep-words        keep the words of releases that have changed since
    python3 scripts/build.py --explain CODE      explain a finding

The first run creates .venv and installs the locked dependencies.

Exit status: 0 no findings, or only warnings; 1 the edition has faults; 2 the tool could not run.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

# With `-I`, `-P` or PYTHONSAFEPATH, Python does not put the folder of a script on its path.
if (HERE := str(Path(__file__).resolve().parent)) not in sys.path:
    sys.path.insert(0, HERE)

import bootstrap
import entry
import records

if TYPE_CHECKING:
    from edition.model.build_options import BuildOptions

HOST = "127.0.0.1"
PORT = 8000


def main() -> int:
    """Run the command line; returns the exit status."""
    options = parse_arguments()
    bootstrap.enter("requirements.txt")
    entry.prepare()
    return entry.run(lambda: run_task(options), options.traceback)


def parse_arguments() -> argparse.Namespace:
    """Parse the command line. Exits with status 2 and a message if it is invalid."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    task = parser.add_mutually_exclusive_group()
    task.add_argument("--check", action="store_true", help="only run the checks before rendering")
    task.add_argument("--serve", action="store_true", help="serve the site and rebuild it on change")
    task.add_argument("--record-anchors", action="store_true", help="add new addresses to anchors.txt")
    task.add_argument(
        "--confirm",
        nargs="+",
        metavar=("LANGUAGE", "UNIT"),
        help="record that translated units match the current original (default: all units)",
    )
    task.add_argument("--release", metavar="VERSION", help="record the present words as a release")
    task.add_argument("--keep-words", action="store_true", help="keep the words of releases that have changed since")
    task.add_argument("--archive", action="store_true", help="build the site, and write the archive of this version")
    task.add_argument("--explain", metavar="CODE", help="explain a finding")
    parser.add_argument("--port", type=int, default=PORT, help="port for --serve (default: 8000)")
    parser.add_argument("--traceback", action="store_true", help="show the Python traceback of an internal error")
    parser.add_argument(
        "--format", choices=("text", "github", "json"), default="text", help="output format of findings (default: text)"
    )
    parser.add_argument("--only", nargs="+", default=[], metavar="CODE", help="with --check: run only these checks")
    parser.add_argument("--skip", nargs="+", default=[], metavar="CODE", help="with --check: skip these checks")
    options = parser.parse_args()
    if (options.only or options.skip) and not options.check:
        parser.error("--only and --skip go with --check; a build always runs all checks")
    return options


def run_task(options: argparse.Namespace) -> int:
    """Run the task that the options name, by default a build; returns the exit status."""
    from edition.model.site_address import site_address

    if options.explain:
        return explain(options.explain)
    try:
        os.environ["SITE_URL"] = site_address(os.environ.get("SITE_URL", ""))
    except ValueError as reason:
        print(f"build.py: SITE_URL: {reason}", file=sys.stderr)
        return 2
    if options.serve:
        import preview

        return preview.serve(HOST, options.port)
    if options.check:
        return check(options.format, options.only, options.skip)
    if options.record_anchors:
        return records.record_anchors()
    if options.confirm:
        return records.confirm(*options.confirm)
    if options.keep_words:
        return records.keep_words()
    if options.release:
        return records.release(options.release)
    return build(options.format) or (records.archive() if options.archive else 0)


def build(findings_format: str, preview: Path | None = None) -> int:
    """Build the site into site/ with MkDocs, whose hooks run the checks; or build a preview into a folder.

    If nothing has changed since the site was built, only its warnings are printed again. A preview is always built.
    """
    from edition.gate import report, unchanged
    from edition.model.build_options import BuildOptions, Inputs, build_date
    from edition.publish import atomic_replace

    started = time.perf_counter()
    site = preview or bootstrap.ROOT / "site"
    try:
        atomic_replace.real_place(site)
        options = BuildOptions(findings_format, build_date(bootstrap.ROOT), preview=bool(preview), parallel=True)
    except (ValueError, NotADirectoryError) as reason:
        print(f"build.py: {reason}", file=sys.stderr)
        return 1
    # What builds previews may have loaded its code before the code was changed: no record would be right.
    made_from = Inputs() if preview else unchanged.site_inputs(bootstrap.ROOT, options)
    if (warnings := unchanged.recorded_build(bootstrap.ROOT, made_from, site)) is None:
        if status := render(replace(options, made_from=made_from), site):
            return status
        what = f"Built {site.name}/ in {time.perf_counter() - started:.1f} s"
    else:
        if warnings:
            report.show(warnings, findings_format, bootstrap.ROOT, sys.stdout)
        what = f"{site.name}/ is up to date"
    print(f"{what}." if preview else f"{what}; open site/index.html, or run build.py --serve.")
    if not os.environ.get("SITE_URL") and not preview:
        print("SITE_URL is not set: no sitemap, no addresses in citations; 404.html works only at the root of a host.")
    return 0


def render(options: BuildOptions, site: Path) -> int:
    """Build a site with MkDocs; returns the exit status."""
    from mkdocs.commands.build import build as render_all
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    path, extra = str(bootstrap.ROOT / "mkdocs.yml"), {"build_options": options}
    try:
        config = load_config(path, strict=True, site_dir=str(site), extra=extra)
    except (Abort, ConfigurationError) as reason:
        print(f"build.py: mkdocs.yml is not valid: {reason}", file=sys.stderr)
        return 2
    try:
        config.plugins.on_startup(command="build", dirty=False)
        render_all(config)
        config.plugins.on_shutdown()
    except Abort as reason:
        print(f"build.py: {reason}", file=sys.stderr)
        return 1
    return 0


def check(form: str, only: list[str], skip: list[str]) -> int:
    """Run the selected checks before rendering and print their findings."""
    from edition.gate import report, unchanged

    only, skip = ([code.upper() for code in codes] for codes in (only, skip))
    if [code for code in (*only, *skip) if not _known(code)]:
        return 2
    inputs = unchanged.selection_inputs(bootstrap.ROOT, only, skip)
    if (findings := unchanged.recorded_findings(bootstrap.ROOT, inputs)) is None:
        from edition.gate import run as gate
        from edition.model.build_options import BuildOptions

        _, findings = gate.check_source(bootstrap.ROOT, gate.Selection(only, skip), BuildOptions(parallel=True))
        unchanged.record_findings(bootstrap.ROOT, inputs, findings)
    if findings or form == "json":
        report.show(findings, form, bootstrap.ROOT, sys.stdout)
    else:
        print("no findings")
    return int(any(not finding.warning for finding in findings))


def explain(code: str) -> int:
    """Print the explanation of a code."""
    from edition.gate import run as gate

    if not _known(code.upper()):
        return 2
    print(f"{code.upper()}: {gate.catalogue()[code.upper()].strip()}")
    return 0


def _known(code: str) -> bool:
    """Whether a code exists; prints an error if it does not."""
    from edition.findings import nearest
    from edition.gate import run as gate

    known = gate.catalogue()
    if code not in known:
        print(f"build.py: code {code} does not exist; {nearest(code, known)}".rstrip("; "), file=sys.stderr)
    return code in known


if __name__ == "__main__":
    entry.end(main())
