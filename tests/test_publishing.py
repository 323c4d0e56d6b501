"""Publishing: the folder that publish.py makes, nginx serving a site, and the workflows that call the scripts."""

from __future__ import annotations

import gzip
import http.client
import re
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
import yaml
from support.projects import EPOCH, PUBLISHED, ROOT, change, digests, run
from support.waiting import until

BROTLI_MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
Ask = Callable[..., tuple[http.client.HTTPResponse, bytes]]


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder, as somebody, at a fixed time."""
    someone = {f"GIT_{role}_{what}": "x@y.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {"GIT_AUTHOR_DATE": f"{EPOCH} +0000", "GIT_COMMITTER_DATE": f"{EPOCH} +0000"}
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder), **someone, **dates}
    subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True)


@pytest.mark.slow
def test_released_versions_stay_readable(small: Path) -> None:
    (small / ".gitignore").write_text("/.venv\n/.cache/\n/site\n/public/\n")
    git(small, "init", "-q")
    git(small, "add", ".")
    git(small, "commit", "-qm", "First")
    git(small, "tag", "v1.0.0")
    git(small, "tag", "v-other")
    change(small, "docs/en/about.md", "title: about", "title: Another title")
    done = run(small, "scripts/publish.py", "public", SITE_URL=PUBLISHED)
    assert done.returncode == 0, done.stdout + done.stderr
    public = small / "public"
    assert [path.name for path in (public / "v").iterdir()] == ["1.0.0"] and (public / ".nojekyll").exists()
    new, old = ((public / path / "en/about/index.html").read_text(encoding="utf-8") for path in ("", "v/1.0.0"))
    assert "Another title" in new and "Another title" not in old
    assert f'<link rel="latest-version" href="{PUBLISHED}en/about/">' in old and "latest-version" not in new
    assert f'<link rel="canonical" href="{PUBLISHED}v/1.0.0/en/about/">' in old
    page = public / "v/1.0.0/index.html"
    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == page.read_bytes()
    assert brotli.decompress(page.with_name("index.html.br").read_bytes()) == page.read_bytes()
    headers = (public / "_headers").read_text()
    assert "Policy: frame-ancestors 'none'\n" in headers and headers.count("immutable") == 2
    # A version that is there already is kept, not built again.
    (public / "v/1.0.0/mark.txt").write_text("kept")
    before = digests(public)
    assert "Built v/" not in run(small, "scripts/publish.py", "public", SITE_URL=PUBLISHED).stdout
    assert digests(public) == before
    # A fault leaves everything as it was.
    change(small, "docs/ru/about.md", "(index.md#p1)", "(index.md#p-1)")
    done = run(small, "scripts/publish.py", "public", SITE_URL=PUBLISHED, GITHUB_ACTIONS="true")
    assert done.returncode == 1 and "::error file=docs/ru/about.md,line=8" in done.stdout
    assert digests(public) == before


def test_publishing_needs_an_address(small: Path) -> None:
    done = run(small, "scripts/publish.py", "public")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1) and "SITE_URL" in done.stderr


@contextmanager
def nginx(folder: Path, root: Path, below: str) -> Iterator[Ask]:
    """Start Debian's nginx with the configuration of the repository, and ask it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    text = (ROOT / "hosting/nginx.conf").read_text(encoding="utf-8")
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("root /srv/edition;", f"root {root};"),
        ('$edition "";', f'$edition "{below}";'),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    (folder / "site.conf").write_text(text)
    temporary = "".join(
        f"{one}_temp_path {folder}/{one}; " for one in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root; " if Path("/root").owner() == "root" else ""
    (folder / "nginx.conf").write_text(
        f"{user}load_module {BROTLI_MODULE}; pid {folder}/pid; error_log {folder}/log; events {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; {temporary} include {folder}/site.conf; }}\n"
    )
    command = ["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder), "-g", "daemon off;"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)

    def ask(path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        reply = connection.getresponse()
        body = reply.read()
        connection.close()
        return reply, body

    def answers() -> bool:
        try:
            return ask("/")[0].status < 500
        except ConnectionError:
            assert server.poll() is None, server.stderr.read()
            return False

    try:
        until(answers)
        yield ask
    finally:
        server.terminate()
        server.communicate(timeout=10)


@pytest.mark.skipif(
    not (shutil.which("nginx") and BROTLI_MODULE.exists()), reason="nginx and its brotli module are not installed"
)
@pytest.mark.parametrize("below", ("", "/some/path"))
def test_nginx_serves_the_site(request: pytest.FixtureRequest, tmp_path: Path, below: str) -> None:
    site: Path = request.getfixturevalue("published" if below else "site")
    root = tmp_path / "www"
    (root / below.strip("/")).parent.mkdir(parents=True, exist_ok=True)
    (root / below.strip("/")).symlink_to(site)
    tmp_path.chmod(0o755)
    with nginx(tmp_path, root, below) as ask:
        page = (site / "ru/index.html").read_bytes()
        for accepted, used, unpack in (
            ("gzip, br", "br", brotli.decompress),
            ("gzip", "gzip", gzip.decompress),
            ("identity", None, bytes),
        ):
            reply, body = ask(f"{below}/ru/", Accept_Encoding=accepted)
            assert (reply.status, reply.headers["Content-Encoding"]) == (200, used) and unpack(body) == page
            assert (
                reply.headers["Content-Type"] == "text/html; charset=utf-8"
                and "Accept-Encoding" in reply.headers["Vary"]
            )
        assert reply.headers["Content-Security-Policy"] == "frame-ancestors 'none'"
        assert (reply.headers["X-Content-Type-Options"], reply.headers["Referrer-Policy"]) == ("nosniff", "no-referrer")
        assert reply.headers["Cache-Control"] == "no-cache" and reply.headers["Permissions-Policy"]
        assert ask(f"{below}/ru/", If_None_Match=reply.headers["ETag"])[0].status == 304
        script = next((site / "assets").rglob("*.js")).relative_to(site).as_posix()
        reply, _ = ask(f"{below}/{script}")
        assert "immutable" in reply.headers["Cache-Control"] and "javascript" in reply.headers["Content-Type"]
        assert reply.headers["Access-Control-Allow-Origin"] is None
        for asked, kind in (
            ("index.json", "application/ld+json"),
            ("navigation/ru;down=1.json", "application/ld+json"),
            ("document/ru/p12.xml", "application/tei+xml"),
        ):
            reply, body = ask(f"{below}/dts/{asked}")
            assert body == (site / "dts" / asked).read_bytes() and reply.headers["Content-Type"].startswith(kind)
            assert reply.headers["Access-Control-Allow-Origin"] == "*" and reply.headers["X-Content-Type-Options"]
        for there, target in (("/kk/", "/"), ("/kk/timeline/?x=1", "/timeline/?x=1"), ("/ru", "/ru/")):
            reply, _ = ask(below + there)
            assert reply.status == 301 and urlsplit(reply.headers["Location"])[2:4] == urlsplit(below + target)[2:4]
        for code in ("", "/ru", "/en"):
            reply, body = ask(f"{below}{code}/no-such-page/")
            text = body.decode()
            assert reply.status == 404 and reply.headers["X-Content-Type-Options"] == "nosniff"
            assert all(f'lang="{one}"' in text for one in ("kk", "ru", "en"))
            assert f'href="{below}/en/"' in text
        assert ask(f"{below}/_headers")[0].status == 404


def test_workflows_pin_their_actions_and_call_the_scripts() -> None:
    folder = ROOT / ".github/workflows"
    texts = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.yml")}
    for text in texts.values():
        assert yaml.safe_load(text)["permissions"] == {"contents": "read"}
        for used in re.findall(r"uses: (.*)", text):
            assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used), used
    gitlab = (ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8")
    for command in re.findall(r"(?:python3 scripts|bash \.ci)/[\w.]+", "".join([*texts.values(), gitlab])):
        assert (ROOT / command.split()[1]).is_file(), command
    assert "python3 scripts/publish.py public" in texts["publish"] and "python3 scripts/publish.py public" in gitlab
