"""Where pages and cards live below the root of the site, and how one address leads to another."""

from __future__ import annotations

import posixpath
from functools import lru_cache

from .page import UNIT, Locale

# The pages of every language: the names of their files, and but for the article the last part of their addresses.
ARTICLE = "index"
TIMELINE = "timeline"
GLOSSARY = "glossary"
NOTES = "notes"
PARALLEL = "parallel"
ABOUT = "about"
SEARCH = "search"


def address(locale: Locale, name: str) -> str:
    """The address of a page below the root of the site, without a leading slash: ``, `ru/timeline/`."""
    folder = "" if locale.original else f"{locale.code}/"
    return folder if name == ARTICLE else f"{folder}{name}/"


def card(name: str) -> str:
    """The address of the card of a unit or a section, which names no language: `p/12/`, `s/introduction/`."""
    match = UNIT.fullmatch(name)
    return f"p/{match['number']}/" if match else f"s/{name}/"


@lru_cache(maxsize=20_000)  # a build of the article asks for some 6,000, most of them many times
def link(here: str, there: str, anchor: str = "") -> str:
    """The relative address that leads from one address below the root to another, a page's or a file's."""
    path = ""
    if here != there:
        path = posixpath.relpath(f"/{there}", f"/{here}")
        if not there or there.endswith("/"):
            path = f"{path}/" if path != "." else "./"
    return f"{path}#{anchor}" if anchor else path or "./"
