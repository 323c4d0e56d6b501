"""The addresses of pages and cards below the root of the site, and relative links between them."""

from __future__ import annotations

import posixpath
from functools import lru_cache

from .page import UNIT, Locale

# The pages of every language: their file names and, except for the article, the last part of their addresses.
ARTICLE = "index"
TIMELINE = "timeline"
GLOSSARY = "glossary"
NOTES = "notes"
PARALLEL = "parallel"
ABOUT = "about"
SEARCH = "search"
DATA = "data"
CHANGES = "changes"

LINKSET = "linkset.json"
FEED = "feed.xml"  # in the folder of the changes, in each language


def address(locale: Locale, name: str) -> str:
    """The address of a page below the root of the site, without a leading slash: ``, `ru/timeline/`."""
    folder = "" if locale.original else f"{locale.code}/"
    return folder if name == ARTICLE else f"{folder}{name}/"


def card(name: str) -> str:
    """The address of the card of a unit or a section, the same for all languages: `p/12/`, `s/introduction/`."""
    match = UNIT.fullmatch(name)
    return f"p/{match['number']}/" if match else f"s/{name}/"


def of_version(href: str, version: str) -> str:
    """A link that also names the version that is cited: `/ru/?v=1.1.0#p12`; without a version, the link itself."""
    path, sign, anchor = href.partition("#")
    return f"{path}?v={version}{sign}{anchor}" if version and href else href


def pdf(locale: Locale) -> str:
    """The address of the article as PDF: `files/ru.pdf`."""
    return f"files/{locale.code}.pdf"


@lru_cache(maxsize=20_000)  # a build of the article needs about 6,000 links, most of them many times
def link(here: str, there: str, anchor: str = "") -> str:
    """The relative link from one address below the root to another, of a page or a file."""
    path = ""
    if here != there:
        path = posixpath.relpath(f"/{there}", f"/{here}")
        if not there or there.endswith("/"):
            path = f"{path}/" if path != "." else "./"
    return f"{path}#{anchor}" if anchor else path or "./"
