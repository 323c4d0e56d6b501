"""Make the folder to publish: the present site, and every released version as it was.

    SITE_URL=https://host.example/edition/ python3 scripts/publish.py public

The present site is built with `build.py`. The version of each tag `v1.2.3` is below `v/1.2.3/`: kept if it is in the
folder already, otherwise built from the tag with its own code. Its pages name their latest version
(`rel=latest-version`, RFC 5829), which search engines are to prefer. `.nojekyll` makes GitHub Pages serve all files.
The folder is replaced as a whole, and only if everything was built.

Exit status: 0 the folder is ready; 1 a version has faults; 2 the tool could not run.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path

# With `-I`, `-P` or PYTHONSAFEPATH, Python does not put the folder of a script on its path.
if (HERE := str(Path(__file__).resolve().parent)) not in sys.path:
    sys.path.insert(0, HERE)

import bootstrap
import entry

TAG = re.compile(r"v(\d+\.\d+\.\d+)")
VERSIONS = "v"  # the folder of released versions


class PublishingError(Exception):
    """A version could not be built; the message is one sentence."""


def main(arguments: list[str]) -> int:
    """Run the command line; returns the exit status."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print(__doc__)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    bootstrap.enter("requirements.txt")
    entry.prepare()
    return entry.run(lambda: publish(Path(arguments[0]).absolute()))


def publish(folder: Path) -> int:
    """Make the folder; returns the exit status."""
    from edition.model.site_address import site_address
    from edition.publish import atomic_replace

    try:
        address = site_address(os.environ.get("SITE_URL", ""))
        if not address:
            raise ValueError("it is not set; links between versions need it")
    except ValueError as reason:
        print(f"publish.py: SITE_URL: {reason}", file=sys.stderr)
        return 2
    address = address.rstrip("/") + "/"
    form = "github" if os.environ.get("GITHUB_ACTIONS") else "text"
    if status := _build(bootstrap.ROOT, address, "--format", form):
        return status
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as name:
        new = Path(name) / "new"
        shutil.copytree(bootstrap.ROOT / "site", new)
        try:
            for tag in tags():
                version = TAG.fullmatch(tag)[1]  # type: ignore[index]
                there = new / VERSIONS / version
                if (kept := folder / VERSIONS / version).is_dir():
                    shutil.copytree(kept, there)
                else:
                    build_version(tag, f"{address}{VERSIONS}/{version}/", there)
                    print(f"Built {VERSIONS}/{version}/ from {tag}.")
                name_latest_version(there, new, address)
        except PublishingError as reason:
            print(f"publish.py: {reason}", file=sys.stderr)
            return 1
        (new / ".nojekyll").touch()
        _share_headers(new / "_headers")
        atomic_replace.swap(new, folder)
    print(f"{folder.name}/ is ready to be published at {address}")
    return 0


def tags() -> list[str]:
    """The tags of released versions."""
    done = _git("tag", "--list")
    return sorted(tag for tag in done.decode().split() if TAG.fullmatch(tag))


def build_version(tag: str, address: str, there: Path) -> None:
    """Build the version of a tag from its own files, dated by its commit. Raises PublishingError if that fails."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        with tarfile.open(fileobj=BytesIO(_git("archive", "--format=tar", tag))) as files:
            if hasattr(tarfile, "data_filter"):  # since Python 3.11.4
                files.extraction_filter = tarfile.data_filter
            files.extractall(root)
        lock = "requirements.txt"
        if (root / lock).read_bytes() == (bootstrap.ROOT / lock).read_bytes():
            (root / ".venv").symlink_to(bootstrap.ENVIRONMENT)
        day = _git("log", "-1", "--format=%ct", tag).decode().strip()
        if _build(root, address, SOURCE_DATE_EPOCH=day):
            raise PublishingError(f"{tag} could not be built from its own files; nothing was published.")
        there.parent.mkdir(exist_ok=True)
        shutil.move(root / "site", there)


def name_latest_version(version: Path, latest: Path, address: str) -> None:
    """Let each page of an older version name the same page of the latest one, or its start page if that is gone."""
    from edition.formats.dts.places import FOLDER as ANSWERS
    from edition.formats.files import FOLDER as FILES
    from edition.publish.compression import Compression
    from edition.publish.store import Store

    for page in version.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        path = page.relative_to(version).as_posix()
        target = address + (path.removesuffix("index.html") if (latest / path).exists() else "")
        tag = f'<link rel="latest-version" href="{target}">'
        text = re.sub(r'<link rel="latest-version"[^>]*>(?:\n<meta name="robots"[^>]*>)?\n', "", text)
        if 'name="robots"' not in text:
            tag += '\n<meta name="robots" content="noindex">'
        page.write_text(text.replace("</head>", f"{tag}\n</head>", 1), encoding="utf-8", newline="\n")
    Compression(version, Store(bootstrap.ROOT), fast=FILES, without=ANSWERS).write()


def _share_headers(headers: Path) -> None:
    """Make `_headers` true for all versions. Their policies differ and are in their pages; this part is shared."""
    text = headers.read_text(encoding="utf-8")
    text = re.sub(r"(Content-Security-Policy: ).*(frame-ancestors 'none')", r"\1\2", text)
    caching = text.partition("/assets/*\n")[2]
    headers.write_text(f"{text}/{VERSIONS}/:version/assets/*\n{caching}", encoding="utf-8", newline="\n")


def _build(root: Path, address: str, *options: str, **environment: str) -> int:
    command = [sys.executable, str(root / "scripts/build.py"), *options]
    return subprocess.run(command, cwd=root, env={**os.environ, "SITE_URL": address, **environment}).returncode


def _git(*arguments: str) -> bytes:
    # In containers of CI, the files belong to another user; git asks for this confirmation.
    command = ["git", "-c", f"safe.directory={bootstrap.ROOT}", "-C", str(bootstrap.ROOT), *arguments]
    done = subprocess.run(command, capture_output=True)
    if done.returncode:
        raise PublishingError(f"git {arguments[0]}: {done.stderr.decode().strip()}")
    return done.stdout


if __name__ == "__main__":
    entry.end(main(sys.argv[1:]))
