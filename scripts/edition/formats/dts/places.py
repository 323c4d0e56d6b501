"""Where the answers are: the paths of all files below `dts/`, and the templates by which programs find them."""

from __future__ import annotations

from collections.abc import Iterator

from ...citing.cited import whole_address
from ...model.addressing import link
from ...model.edition import Edition
from ...model.page import Locale
from .citation import Citable, citables, depth

FOLDER = "dts"
ENTRY = f"{FOLDER}/index.json"
CHILDREN, PARENTS = "children", "parents"
# What the answers are, by the beginning of their paths, which ends in an asterisk.
TEI, JSON_LD = "application/tei+xml", "application/ld+json"
MEDIA_TYPES = {
    ENTRY: JSON_LD,
    f"{FOLDER}/collection*": JSON_LD,
    f"{FOLDER}/navigation/*": JSON_LD,
    f"{FOLDER}/document/*": TEI,
}


def collection(name: str = "", nav: str = "") -> str:
    """The answer about a collection or a resource; without a name, about the only collection."""
    return f"{FOLDER}/collection{f'/{name}' if name else ''}{f'/{nav}' if nav else ''}.json"


def navigation(code: str, down: int | None, ref: str = "") -> str:
    """The answer about a resource or a unit of it, with what lies `down` levels below."""
    return f"{FOLDER}/navigation/{code}{f';down={down}' if down is not None else ''}{f'/{ref}' if ref else ''}.json"


def document(code: str, ref: str = "") -> str:
    """The text of a resource, or of a unit of it."""
    return f"{FOLDER}/document/{code}{f'/{ref}' if ref else ''}.xml"


def queries(edition: Edition, locale: Locale) -> Iterator[tuple[int | None, Citable | None]]:
    """All questions about the citation tree of a language that have an answer: `down`, and a unit or the whole."""
    for down in (*range(1, depth(edition, locale) + 1), -1):
        yield down, None
    for unit in citables(edition, locale):
        for below in (None, 0, 1, -1):
            yield below, unit


def relative(here: str, there: str) -> str:
    """The address of a path of the site for the answer at another path."""
    return link(f"{here.rpartition('/')[0]}/", there)


def templates(edition: Edition, here: str, resource: str = "") -> dict[str, str]:
    """The URI templates for the answer at a path: complete, or relative to it if the site's address is unknown.

    Those of a resource have its name filled in.
    """
    base = whole_address(edition, f"{FOLDER}/") or relative(here, f"{FOLDER}/")
    named = resource or "{resource}"
    return {
        "collection": f"{base}collection{f'/{resource}{{/nav}}' if resource else '{/id,nav}'}.json",
        "navigation": f"{base}navigation/{named}{{;down}}{{/ref}}.json",
        "document": f"{base}document/{named}{{/ref}}.xml",
    }
