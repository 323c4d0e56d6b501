"""A link, image, style sheet or script of a rendered page leads to a file or an anchor that does not exist.

Checks of the Markdown cannot see what templates generate; this one does.

Bad:   <a href="notes/#tc-p99-1">
Good:  <a href="notes/#tc-p09-1">
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache, partial
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from ...findings import Problem
from ...model.edition import Edition
from . import Site


def check(edition: Edition, site: Site) -> Iterator[Problem]:
    """Follow every internal address of every page."""

    @cache
    def anchors(path: str) -> Collection[str]:
        """The ids of a page, or the named destinations of a PDF."""
        if path.endswith(".pdf"):
            from ...formats.pdf.destinations import named  # slow to import, and not needed for previews

            return named((site.folder / path).read_bytes())
        return site.pages[path].ids if path in site.pages else ()

    for path, page in site.pages.items():
        target_of = cache(partial(_target, path, site.base))
        for address, elements in _addresses(page.tree).items():
            try:
                parts = urlsplit(address)
            except ValueError as error:
                yield from (Problem(page.place(one), f"{address} is not a valid address: {error}") for one in elements)
                continue
            if parts.scheme or parts.netloc:
                continue
            target = target_of(unquote(parts.path))
            if target not in site.published:
                wrong = "leads to a file that does not exist"
            elif target not in site.files or parts.fragment in ("", "top"):
                continue
            elif unquote(parts.fragment) not in anchors(target):
                wrong = f"leads to an anchor that {target} does not have"
            else:
                continue
            yield from (Problem(page.place(one), f"{address} {wrong}") for one in elements)


def _addresses(tree: HtmlElement) -> dict[str, list[HtmlElement]]:
    """Every address in a page, with the elements that lead to it."""
    found: dict[str, list[HtmlElement]] = defaultdict(list)
    for element in tree.xpath("//*[@href or @src or @poster]"):
        for attribute in ("href", "src", "poster"):
            if (address := element.get(attribute)) is not None:
                found[address].append(element)
    return found


def _target(here: str, base: str, path: str) -> str:
    if not path:
        return here
    folder = posixpath.dirname(here)
    whole = path.removeprefix(base).lstrip("/") if path.startswith("/") else posixpath.join(folder, path)
    whole = whole or "./"
    whole = posixpath.normpath(whole or ".") + ("/" if path.endswith(("/", ".")) else "")
    return posixpath.normpath(posixpath.join(whole, "index.html")) if whole.endswith("/") else whole
