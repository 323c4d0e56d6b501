"""A link, image, style sheet or script of a rendered page leads to a file or an anchor that does not exist.

Checks of the Markdown cannot see what templates generate; this one does.

Bad:   <a href="notes/#tc-p99-1">
Good:  <a href="notes/#tc-p09-1">
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from ...findings import Problem
from ...model.edition import Edition
from . import Site


def check(edition: Edition, site: Site) -> Iterator[Problem]:
    """Follow every internal address of every page."""
    anchors = {path: set(page.tree.xpath("//@id")) for path, page in site.pages.items()}
    for path, page in site.pages.items():
        for element in page.tree.iter():
            for attribute in ("href", "src", "poster"):
                address = element.get(attribute) if isinstance(element.tag, str) else None
                if address is None:
                    continue
                try:
                    parts = urlsplit(address)
                except ValueError as error:
                    yield Problem(page.place(element), f"{address} is not a valid address: {error}")
                    continue
                if parts.scheme or parts.netloc:
                    continue
                target = _target(path, unquote(parts.path), site.base)
                if target not in site.files:
                    yield Problem(page.place(element), f"{address} leads to a file that does not exist")
                elif parts.fragment not in ("", "top") and unquote(parts.fragment) not in anchors.get(target, ()):
                    yield Problem(page.place(element), f"{address} leads to an anchor that {target} does not have")


def _target(here: str, path: str, base: str) -> str:
    if not path:
        return here
    folder = posixpath.dirname(here)
    whole = path.removeprefix(base).lstrip("/") if path.startswith("/") else posixpath.join(folder, path)
    whole = whole or "./"
    whole = posixpath.normpath(whole or ".") + ("/" if path.endswith(("/", ".")) else "")
    return posixpath.normpath(posixpath.join(whole, "index.html")) if whole.endswith("/") else whole
