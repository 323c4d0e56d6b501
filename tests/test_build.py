"""The entry points: on a fresh machine, run twice, and when something is wrong."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
import yaml
from support.projects import append, break_link, build, change, digests, make_small, run, surroundings
from support.waiting import until

pytestmark = pytest.mark.slow


def test_two_builds_are_identical(built: Path, tmp_path: Path) -> None:
    """In another folder, with sets in another order, without a cache and with one."""
    first = digests(built / "site")
    assert {"index.html", "files/ru.pdf", "files/edition.epub", "files/site.zip"} <= first.keys()
    elsewhere = make_small(tmp_path / "elsewhere" / "edition")
    for seed in ("1", "2"):
        build(elsewhere, PYTHONHASHSEED=seed)
        assert digests(elsewhere / "site") == first
        shutil.rmtree(elsewhere / "site")


@pytest.mark.parametrize("command", (["scripts/build.py"], ["-m", "mkdocs", "build", "-q"]))
def test_failing_build_leaves_the_old_site(built: Path, command: list[str]) -> None:
    before = digests(built / "site")
    break_link(built)
    done = run(built, *command)
    assert done.returncode == 1
    assert "docs/ru/about.md:8:15  XREF001" in done.stdout and "Traceback" not in done.stderr
    assert digests(built / "site") == before
    assert not list(built.glob(".site*"))


def test_template_error_leaves_the_old_site(built: Path) -> None:
    before = digests(built / "site")
    header = "overrides/partials/header.html"
    change(built, header, 'class="brand" href="', 'class="brand" href="no/')
    done = run(built, "scripts/build.py")
    assert done.returncode == 1 and "LINK001" in done.stdout
    assert digests(built / "site") == before
    (built / header).write_text("{% broken")
    done = run(built, "scripts/build.py")
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert digests(built / "site") == before
    assert not list(built.glob(".site*"))


def test_internal_error_is_one_line_and_a_traceback_on_request(small: Path) -> None:
    (small / "overrides/partials/header.html").write_text("{{ 1 / 0 }}")
    done = run(small, "scripts/build.py")
    assert done.returncode == 2 and "Traceback" not in done.stderr
    sentence = "build.py: ZeroDivisionError: division by zero (header.html:1); --traceback shows more"
    assert done.stderr.splitlines()[-1] == sentence
    done = run(small, "scripts/build.py", "--traceback")
    assert done.returncode == 2 and "Traceback (most recent call last):\n" in done.stderr
    assert done.stderr.splitlines()[-1] == "ZeroDivisionError: division by zero"


def test_bare_mkdocs_builds_the_same_site(built: Path) -> None:
    ours = digests(built / "site")
    shutil.rmtree(built / "site")
    assert run(built, "-m", "mkdocs", "build", "-q", "--strict").returncode == 0
    assert digests(built / "site") == ours


def test_mkdocs_warning_is_printed_and_leaves_the_old_site(built: Path) -> None:
    before = digests(built / "site")
    append(built, "docs/en/about.md", "\n![no such picture](missing.png)\n")
    done = run(built, "scripts/build.py")
    assert done.returncode == 1 and "missing.png" in done.stdout + done.stderr
    assert digests(built / "site") == before


def test_warning_from_any_logger_leaves_the_old_site(built: Path) -> None:
    """Also from loggers that MkDocs does not count; this warning comes from rendering only, not from a check."""
    before = digests(built / "site")
    warn = "logging.getLogger('another.library').warning('a page of %s', page.file.src_uri)"
    append(built, "scripts/hooks.py", f"\n\ndef on_post_page(output, page, config):\n    {warn}\n    return output\n")
    done = run(built, "scripts/build.py")
    assert done.returncode == 1 and "a page of ru/about.md" in done.stdout + done.stderr
    assert digests(built / "site") == before


def test_text_from_data_and_front_matter_is_escaped(small: Path) -> None:
    evil = '"><script>alert()</script>'
    path = small / "docs/en/about.md"
    path.write_text(path.read_text(encoding="utf-8").replace("title: about", f"title: '{evil}'"), encoding="utf-8")
    files = ("docs/en/about.md", *(f"docs/_data/{name}.yml" for name in ("glossary", "timeline", "references")))
    allowed = [
        {"code": code, "file": name, "words": "script", "reason": "It is a test."}
        for code in ("QUOTE001", "DATA009")
        for name in files
    ]
    (small / "docs/_data/exceptions.yml").write_text(json.dumps({"exceptions": allowed}), encoding="utf-8")
    for name, words in (("glossary", "en: maslikhat"), ("timeline", "en: Stage 1"), ("references", "en: A law.")):
        path = small / f"docs/_data/{name}.yml"
        text = path.read_text(encoding="utf-8")
        assert words in text
        path.write_text(text.replace(words, f"en: '{evil} {words[-1]}'"), encoding="utf-8")
    path = small / "docs/en/index.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- the first", "- &lt;script&gt;alert()&lt;/script&gt; the first"), encoding="utf-8")
    done = run(small, "scripts/build.py")
    assert done.returncode == 0, done.stdout + done.stderr
    for path in (small / "site").rglob("*.html"):
        assert "<script>alert" not in path.read_text(encoding="utf-8"), path


def test_site_in_a_subfolder_of_its_host_has_right_addresses(small: Path) -> None:
    done = run(small, "scripts/build.py", SITE_URL="https://host.example/some/path/")
    assert done.returncode == 0, done.stdout + done.stderr
    page = (small / "site/ru/timeline/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://host.example/some/path/ru/timeline/">' in page
    assert 'hreflang="x-default" href="https://host.example/some/path/timeline/"' in page
    assert "https://host.example/some/path/en/" in (small / "site/sitemap.xml").read_text(encoding="utf-8")


def test_check_prints_findings_and_writes_nothing(small: Path) -> None:
    done = run(small, "scripts/build.py", "--check")
    assert (done.returncode, done.stdout) == (0, "no findings\n")
    break_link(small)
    before = digests(small)
    done = run(small, "scripts/build.py", "--check")
    assert done.returncode == 1
    assert done.stdout == (
        "docs/ru/about.md:8:15  XREF001  anchor #p-1 does not exist on docs/ru/index.md\n    hint: did you mean #p1?\n"
    )
    assert digests(small) == before
    found = json.loads(run(small, "scripts/build.py", "--check", "--format", "json").stdout)
    assert found[0]["place"] == {"path": "docs/ru/about.md", "line": 8, "column": 15}
    marked = run(small, "scripts/build.py", "--check", "--format", "github").stdout
    assert marked.startswith("::error file=docs/ru/about.md,line=8,col=15,title=XREF001::")


def test_unknown_code_is_rejected_with_a_suggestion(small: Path) -> None:
    done = run(small, "scripts/build.py", "--explain", "LINK01")
    assert done.returncode == 2 and "LINK001" in done.stderr


def test_old_python_is_rejected_in_one_line(small: Path) -> None:
    path = small / "scripts/bootstrap.py"
    path.write_text(path.read_text(encoding="utf-8").replace("OLDEST_PYTHON = (3, 11)", "OLDEST_PYTHON = (9, 9)"))
    (small / ".venv").unlink()
    done = run(small, "scripts/build.py")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [f"build.py: Python 9.9 or newer is required; this is {sys.version.split()[0]}."]


def test_failed_installation_is_reported_in_one_line(small: Path) -> None:
    (small / ".venv").unlink()
    (small / "requirements.txt").write_text("no-such-package==1.0 --hash=sha256:" + "0" * 64 + "\n")
    done = run(small, "scripts/build.py", PIP_NO_INDEX="1", UV_OFFLINE="1", PIP_FIND_LINKS=str(small))
    assert done.returncode == 2
    assert "the packages in requirements.txt could not be installed" in done.stderr and "Traceback" not in done.stderr


def test_damaged_environment_is_reported_and_not_retried_endlessly(small: Path) -> None:
    """A script that was restarted inside .venv and still lacks its packages stops."""
    path = small / "scripts/bootstrap.py"
    path.write_text(path.read_text(encoding="utf-8").replace('find_spec("mkdocs")', 'find_spec("no_such_package")'))
    done = run(small, "scripts/build.py", "--check")
    assert done.returncode == 2 and "delete it and try again" in done.stderr


def test_port_in_use_is_reported_in_one_line(small: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run(small, "scripts/build.py", "--serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2 and "cannot be served" in done.stderr and "Traceback" not in done.stderr


def test_new_language_needs_data_but_no_python(small: Path) -> None:
    """An entry in edition.yml, a folder and a column in the data add a fourth language, checked and built."""
    data = small / "docs/_data"

    def column(value: object) -> None:
        if isinstance(value, dict):
            if isinstance(value.get("en"), str):
                value["de"] = value["en"]
            for inner in value.values():
                column(inner)
        elif isinstance(value, list):
            for inner in value:
                column(inner)

    for name in ("strings", "references", "timeline", "glossary", "emendations", "edition"):
        path = data / f"{name}.yml"
        values = yaml.safe_load(path.read_text(encoding="utf-8"))
        column(values)
        if name == "edition":
            entry = {"name": "Deutsch", "short": "Deu", "cldr": "de", "quotes": ["“”", "‘’"], "styles": ["mla", "apa"]}
            values["locales"]["de"] = entry
        path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")
    shutil.copytree(small / "docs/en", small / "docs/de")
    python = digests(small / "scripts")
    # The texts are still English, which LANG001 reports.
    findings = json.loads(run(small, "scripts/build.py", "--check", "--format", "json", "--only", "LANG001").stdout)
    files = sorted({one["place"]["path"] for one in findings})
    allowed = [{"code": "LANG001", "file": name, "words": "Deutsch", "reason": "It is a test."} for name in files]
    (data / "exceptions.yml").write_text(json.dumps({"exceptions": allowed}), encoding="utf-8")
    done = run(small, "scripts/build.py", "--record-anchors")
    assert done.returncode == 0, done.stdout
    assert "5 newly confirmed" in run(small, "scripts/build.py", "--confirm", "de").stdout
    done = run(small, "scripts/build.py")
    assert done.returncode == 0 and "STALE001" not in done.stdout, done.stdout + done.stderr
    assert digests(small / "scripts") == python
    page = (small / "site/de/timeline/index.html").read_text(encoding="utf-8")
    assert '<html lang="de"' in page and 'hreflang="de"' in page and "Zum Inhalt" in page
    assert 'href="de/"' in (small / "site/index.html").read_text(encoding="utf-8")
    card = (small / "site/p/2/index.html").read_text(encoding="utf-8")
    assert card.count('class="column"') == 4 and (small / "site/p/2/de.bib").exists()


def test_serve_keeps_the_last_good_site(small: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = small / "log"
    with log.open("w") as out:
        server = subprocess.Popen(
            [sys.executable, "scripts/build.py", "--serve", "--port", str(port)],
            cwd=small,
            stdout=out,
            stderr=out,
            env={**surroundings(), "PYTHONUNBUFFERED": "1"},
        )
    try:
        address = f"http://127.0.0.1:{port}/about/"

        def page() -> str:
            try:
                with urllib.request.urlopen(address, timeout=10) as reply:
                    return reply.read().decode()
            except (urllib.error.URLError, ConnectionError):
                return ""

        until(lambda: "1-тармақты" in page(), log.read_text)
        before, _, script = page().rpartition("<script>")
        script = script.partition("</script>")[0]
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert "livereload" in script and f"script-src 'self' 'sha256-{digest}'" in before
        path = small / "docs/kk/about.md"
        good = path.read_text(encoding="utf-8")
        path.write_text(good.replace("#p1)", "#p-1)"), encoding="utf-8")
        until(lambda: "XREF001" in log.read_text(), log.read_text)
        assert "1-тармақты" in page()
        path.write_text(good.replace("1-тармақты", "бірінші тармақты"), encoding="utf-8")
        until(lambda: "бірінші тармақты" in page(), log.read_text)
        assert not (small / "site").exists() and not [*(small / ".site-preview").rglob("*.br")]
    finally:
        server.terminate()
        server.wait(10)


def test_a_page_more_needs_no_style_sheet(small: Path) -> None:
    change(small, "docs/_data/edition.yml", "parallel, about, search]", "parallel, about, preface, search]")
    for code, title in (("kk", "Алғы сөз"), ("ru", "Предисловие"), ("en", "Preface")):
        front_matter = (small / f"docs/{code}/about.md").read_text(encoding="utf-8").split("---\n")[1]
        page = f"---\n{front_matter}---\n\n# {title} {{: #preface-title }}\n"
        (small / f"docs/{code}/preface.md").write_text(page, encoding="utf-8")
    run(small, "scripts/build.py", "--record-anchors")
    done = run(small, "scripts/build.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "<style>:root" in (small / "site/ru/preface/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("epoch", ("yesterday", "1e9", "nan", "9" * 30))
def test_a_time_that_is_none_is_rejected_in_one_line(built: Path, epoch: str) -> None:
    before = digests(built / "site")
    done = run(built, "scripts/build.py", SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 1 and done.stderr.startswith("build.py: SOURCE_DATE_EPOCH is not a time")
    assert len(done.stderr.splitlines()) == 1 and digests(built / "site") == before
