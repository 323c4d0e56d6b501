"""How findings are reported: on a terminal, through a pipe, filtered, as warnings, with exceptions."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from edition.findings import Finding, Place
from edition.gate import report
from support.projects import append, break_link, change, run

WARNED = ("docs/ru/index.md", "Маслихат создан", "Городской совет создан")


def on_a_terminal(folder: Path, **environment: str) -> str:
    """The output of `build.py --check` on a terminal."""
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    ours, theirs = pty.openpty()
    known = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    done = subprocess.Popen(
        [sys.executable, "scripts/build.py", "--check"],
        cwd=folder,
        stdout=theirs,
        stderr=theirs,
        env={**known, "TERM": "xterm", **environment},
    )
    os.close(theirs)
    output = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        output += piece
    done.wait()
    return output.decode().replace("\r\n", "\n")


def test_terminal_shows_the_line_with_a_caret_under_the_fault(small: Path) -> None:
    break_link(small)
    output = on_a_terminal(small)
    assert "\033[" in output
    lines = re.sub(r"\033\[\d*m", "", output).splitlines()
    assert lines[0] == "docs/ru/about.md:8:15  XREF001  anchor #p-1 does not exist on docs/ru/index.md"
    assert lines[1].startswith("    См. [абзац 1](index.md#p-1)") and lines[2].strip() == "^"
    assert lines[1][lines[2].index("^") :].startswith("index.md#p-1")
    assert lines[3] == "    hint: did you mean #p1?"


@pytest.mark.parametrize("environment", ({"NO_COLOR": "1"}, {"TERM": "dumb"}))
def test_no_colour_if_not_wanted(small: Path, environment: dict[str, str]) -> None:
    break_link(small)
    output = on_a_terminal(small, **environment)
    assert "\033[" not in output and "^" in output


def test_no_colour_and_no_caret_through_a_pipe(small: Path) -> None:
    break_link(small)
    output = run(small, "scripts/build.py", "--check").stdout
    assert "\033[" not in output and "^" not in output


def test_long_line_is_shortened_around_the_fault(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("ә" * 300 + "!" + "ә" * 300, encoding="utf-8")
    output = report.format_terminal([Finding(Place("a.md", 1, 301), "X", "m")], tmp_path, False).splitlines()
    assert output[1][output[2].index("^")] == "!" and len(output[1]) < 120
    assert output[1].startswith("    … ә") and output[1].endswith("ә …")


@pytest.mark.slow
def test_warning_is_reported_but_does_not_fail_the_build(small: Path) -> None:
    change(small, *WARNED)
    done = run(small, "scripts/build.py", "--check")
    assert done.returncode == 0
    assert "docs/ru/index.md:14:5  TERM001  warning: p1 has «мәслихат»" in done.stdout
    done = run(small, "scripts/build.py")
    assert done.returncode == 0 and "TERM001" in done.stdout and (small / "site/index.html").exists()
    assert run(small, "scripts/build.py", "--check", "--format", "github").stdout.startswith("::warning file=docs/ru/")
    assert json.loads(run(small, "scripts/build.py", "--check", "--format", "json").stdout)[0]["warning"] is True


@pytest.mark.slow
def test_only_and_skip(small: Path) -> None:
    break_link(small)
    change(small, *WARNED)

    def codes(*arguments: str) -> tuple[int, set[str]]:
        done = run(small, "scripts/build.py", "--check", "--format", "json", *arguments)
        return done.returncode, {one["code"] for one in json.loads(done.stdout)}

    assert codes() == (1, {"XREF001", "TERM001"})
    assert codes("--only", "term001") == (0, {"TERM001"})
    assert codes("--skip", "TERM001") == (1, {"XREF001"})
    assert codes("--skip", "TERM001", "XREF001") == (0, set())
    done = run(small, "scripts/build.py", "--check", "--only", "TERM01")
    assert done.returncode == 2 and "TERM001" in done.stderr
    done = run(small, "scripts/build.py", "--skip", "XREF001")
    assert done.returncode == 2 and "go with --check" in done.stderr and not (small / "site").exists()


def test_exception_silences_only_its_finding(small: Path) -> None:
    for language in ("ru", "en"):
        append(small, f"docs/{language}/about.md", "\n12 % % 13 z z\n")
    entry = {"code": "WORD001", "file": "docs/ru/about.md", "words": "z z", "reason": "It is a test."}
    (small / "docs/_data/exceptions.yml").write_text(yaml.safe_dump({"exceptions": [entry]}, allow_unicode=True))
    output = run(small, "scripts/build.py", "--check").stdout
    assert "docs/en/about.md:16:11  WORD001" in output and "docs/ru/" not in output


@pytest.mark.slow
def test_stale_translation_is_reported_until_confirmed(small: Path) -> None:
    """After an emendation both translations are stale and readers see a sign, until --confirm removes it."""
    change(small, "docs/kk/index.md", "бірінші ұсыныс", "бірінші  ұсыныстар")
    change(
        small,
        "docs/_data/emendations.yml",
        "source: '- бірінші', reading: бірінші",
        "source: '- бірінші ұсыныс', reading: бірінші ұсыныстар",
    )
    done = run(small, "scripts/build.py")
    assert done.returncode == 0, done.stdout
    for language in ("ru", "en"):
        assert re.search(
            rf"docs/{language}/index.md:17:7  STALE001  warning: p2: the original has changed", done.stdout
        )
    page = small / "site/ru/index.html"
    sign = page.read_text(encoding="utf-8")
    assert sign.count('class="stale-mark"') == 1 and 'href="../#p2"' in sign and "После перевода оригинал" in sign
    assert 'class="stale-mark"' not in (small / "site/index.html").read_text(encoding="utf-8")
    assert "1 newly confirmed" in run(small, "scripts/build.py", "--confirm", "ru", "p2").stdout
    done = run(small, "scripts/build.py")
    assert "docs/en/" in done.stdout and "docs/ru/" not in done.stdout
    assert 'class="stale-mark"' not in page.read_text(encoding="utf-8")
    assert "1 newly confirmed" in run(small, "scripts/build.py", "--confirm", "en").stdout
    assert run(small, "scripts/build.py", "--check").stdout == "no findings\n"


@pytest.mark.slow
def test_confirm_rejects_unknown_units_and_languages(small: Path) -> None:
    for wrong, hint in ((["ru", "p9"], "p"), (["rus"], "ru"), (["kk"], "kk")):
        done = run(small, "scripts/build.py", "--confirm", *wrong)
        assert done.returncode == 2 and f"{wrong[-1]} is not a translated unit" in done.stderr and hint in done.stderr
    break_link(small)
    assert run(small, "scripts/build.py", "--confirm", "ru").returncode == 1


def test_confirming_twice_changes_nothing(small: Path) -> None:
    path = small / "docs/_data/translations.yml"
    before = path.read_bytes()
    assert run(small, "scripts/build.py", "--confirm", "ru").stdout.startswith("0 newly confirmed")
    assert path.read_bytes() == before
