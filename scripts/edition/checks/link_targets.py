"""Resolves the links of a page: to a page, a file, another host, or nothing."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from ..model.addressing import address
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import Page
from ..outputs.site_files import paths
from .links import Link, links

_SCHEMES = ("http", "https", "mailto", "tel")
_HOST = re.compile(r"(?=.{1,253}$)(?:(?!-)[\w-]{1,63}(?<!-)\.)+(?!\d+$)[^\W\d_][\w-]*")
# Hosts of a local preview.
_LOCAL = ("localhost", "127.0.0.1", "0.0.0.0")


@dataclass(frozen=True)
class LinkTarget:
    """Where a link leads. `kind` is one of:

    `external`   another host, a mail address or a telephone number
    `page`       a page of the edition; `anchor` is the fragment, or empty
    `file`       a file of the built site
    `missing`    a page or an image that does not exist
    `unbuilt`    an address that the build does not generate
    `case`       something that exists in another letter case; `hint` is the right spelling
    `outside`    a file outside docs/, or one that is not published
    `absolute`   this site, by an absolute address
    `form`       a page, but not by its file name; `hint` is how to write it
    `empty`      the link has no address
    `malformed`  not a valid address; `hint` says why
    """

    kind: str
    path: str = ""
    page: Page | None = None
    anchor: str = ""
    hint: str = ""

    def at(self, anchor: str) -> LinkTarget:
        """The same target with another anchor."""
        return LinkTarget(self.kind, self.path, self.page, anchor, self.hint)


@memoized
def resolved_links(edition: Edition, page: Page) -> tuple[tuple[Link, LinkTarget], ...]:
    """Every link of a page with its target."""
    return tuple((link, resolve(edition, page, link)) for link in links(edition, page))


def resolve(edition: Edition, page: Page, link: Link) -> LinkTarget:
    """The target of a link of a page."""
    target = link.target
    if target in ("", "#"):
        return LinkTarget("empty")
    if link.origin == "generated" and ":" not in target and not target.startswith("/"):
        path, _, anchor = target.partition("#")
        return _address(edition, page, path).at(anchor) if path else LinkTarget("page", page.path, page, anchor)
    try:
        parts = urlsplit(target)
        _ = parts.port  # urlsplit checks the port only when it is read
    except ValueError as error:
        return LinkTarget("malformed", target, hint=str(error))
    if parts.scheme or parts.netloc or target.startswith("//"):
        return _external(edition, target, parts)
    if reason := _missing_scheme(target):
        return LinkTarget("malformed", target, hint=reason)
    path, anchor = unquote(parts.path), unquote(parts.fragment)
    if path.startswith("/"):
        return LinkTarget("absolute", target, hint=_file_hint(edition, page, path.lstrip("/")))
    if not path:
        return LinkTarget("page", page.path, page, anchor)
    if link.origin == "markdown":
        return _file(edition, page, link, path, anchor)
    return _address(edition, page, path).at(anchor)


def _external(edition: Edition, target: str, parts: SplitResult) -> LinkTarget:
    """The target of a link that names a host or a scheme."""
    ours = urlsplit(edition.site_url)
    scheme, host = parts.scheme, parts.hostname or ""
    if host in _LOCAL or (host == ours.hostname and parts.path.startswith(ours.path.rstrip("/"))):
        return LinkTarget("absolute", target, hint="link to the Markdown file")
    if not scheme:
        return LinkTarget("malformed", target, hint=f"https:{target}")
    if scheme not in _SCHEMES:
        return LinkTarget("malformed", target, hint=f"allowed schemes: {', '.join(_SCHEMES)}")
    if re.search(r"[\s<>\"{}|\\^`]", target):
        return LinkTarget("malformed", target, hint="percent-encode the characters that an address must not contain")
    if scheme in ("http", "https") and not _HOST.fullmatch(host) and not re.fullmatch(r"(\d{1,3}\.){3}\d{1,3}", host):
        return LinkTarget(
            "malformed", target, hint=f"{host} is not a valid host" if parts.netloc else "a host must follow https://"
        )
    rest = target.partition(":")[2]
    if scheme == "mailto" and not re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", rest.partition("?")[0]):
        return LinkTarget("malformed", target, hint="mailto:name@host.example")
    if scheme == "tel" and not re.fullmatch(r"\+?[\d().-]+", rest):
        return LinkTarget("malformed", target, hint="tel:+77010000000")
    return LinkTarget("external", target)


def _missing_scheme(target: str) -> str:
    """The full form of an external address or mail address that lacks its scheme; empty if it is neither."""
    if match := re.match(r"https?/+|(?=www\.)", target, re.IGNORECASE):
        return f"https://{target[match.end() :]}"
    if re.fullmatch(r"[^\s/@#]+@[^\s/@#]+\.\w+", target):
        return f"mailto:{target}"
    return ""


def _file(edition: Edition, page: Page, link: Link, path: str, anchor: str) -> LinkTarget:
    """The target of a Markdown link, which names a file."""
    folder = posixpath.dirname(page.path)
    whole = posixpath.normpath(posixpath.join(folder, path))
    found = edition.page_at.get(whole)
    if found and not path.endswith("/"):
        return LinkTarget("page", whole, found, anchor)
    if (not whole.startswith("docs/") and whole != "docs") or whole.startswith("docs/_data"):
        return LinkTarget("outside", whole)
    if whole in edition.files:
        return LinkTarget("file", whole)
    if other := edition.files_by_lower_case.get(whole.lower()):
        return LinkTarget("case", whole, hint=posixpath.relpath(other, folder))
    if link.tag != "a" or path.endswith(".md"):
        return LinkTarget("missing", whole)
    if hint := _file_hint(edition, page, path):
        return LinkTarget("form", path, hint=hint + (f"#{anchor}" if anchor else ""))
    return LinkTarget("unbuilt", path)


@memoized
def _address(edition: Edition, page: Page, path: str) -> LinkTarget:
    """The target of a link that is rendered unchanged: one in raw HTML, or one that the edition generates."""
    here = "/" + address(page.locale, page.name)
    whole = posixpath.normpath(posixpath.join(here, path)).lstrip("/")
    if path.endswith(".md"):
        hint = "links in raw HTML are not resolved: write a Markdown link, or the address"
        return LinkTarget("form", path, hint=hint)
    if here.count("/") - 1 < len([part for part in path.split("/") if part == ".."]):
        return LinkTarget("outside", path)
    found = edition.page_by_address.get(whole.removesuffix("/index.html").removesuffix("index.html"))
    if found and (path.endswith(("/", ".")) or not posixpath.basename(path).strip(".")):
        return LinkTarget("page", found.path, found)
    if found:
        return LinkTarget(
            "form", path, hint=f"{path.removesuffix('index.html')}" if path.endswith(".html") else f"{path}/"
        )
    generated = generated_paths(edition)
    if f"docs/{whole}" in edition.files or (f"{whole}/index.html" if path.endswith("/") else whole) in generated:
        return LinkTarget("file", whole)
    for other in (*edition.page_by_address, *generated):
        if other.lower() == whole.lower():
            return LinkTarget("case", path, hint=other)
    return LinkTarget("unbuilt", path)


@memoized
def generated_paths(edition: Edition) -> frozenset[str]:
    """Paths, relative to the root of the site, of everything the build generates or copies beside pages and docs/."""
    return edition.copied | frozenset(paths(edition))


def _file_hint(edition: Edition, page: Page, path: str) -> str:
    """The Markdown file meant by an address or a name without .md, relative to this page; empty if there is none."""
    bare = re.sub(r"(?:(?:^|/)index)?\.html?$|/$", "", path.partition("#")[0])
    folder = posixpath.dirname(page.path)
    below = "/" + address(page.locale, page.name)
    named = [posixpath.normpath(posixpath.join(start, bare)) for start in (folder, f"{folder}/{page.name}", "docs")]
    served = [posixpath.normpath(posixpath.join(start, bare)).lstrip("/") for start in (below, "/")]
    found = [edition.page_at.get(f"{place}{end}") for place in named for end in (".md", "/index.md")]
    found += [edition.page_by_address.get(place) for place in served]
    return next((posixpath.relpath(other.path, folder) for other in found if other), "")
