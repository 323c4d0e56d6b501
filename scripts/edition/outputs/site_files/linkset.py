"""The typed links of every page, by FAIR Signposting (https://signposting.org/FAIR/), as one linkset (RFC 9264).

The heads of pages have the same links, except `item`: the parts of the article, of which there are too many for a head.
"""

from __future__ import annotations

import json
from typing import Any

from ...addresses.cards import cards
from ...citing.cited import whole_address
from ...citing.described import ORIGINAL, TRANSLATION, Description, card_description, page_description
from ...citing.exports import FORMATS, MEDIA_TYPES
from ...model.addressing import LINKSET, card
from ...model.edition import Edition
from ..format_links import alternates


def paths(edition: Edition) -> list[str]:
    """`linkset.json`; it needs absolute addresses, so there is one only if the address of the site is known."""
    return [LINKSET] if edition.site_url else []


def file(edition: Edition, path: str) -> str:
    """The linkset, with one context for each page."""
    described = [
        *(page_description(edition, page) for page in edition.pages.values()),
        *(card_description(edition, name) for name in cards(edition)),
    ]
    return json.dumps({"linkset": [_context(edition, one) for one in described]}, ensure_ascii=False) + "\n"


def _context(edition: Edition, described: Description) -> dict[str, Any]:
    found: dict[str, Any] = {
        "anchor": whole_address(edition, described.path),
        "cite-as": [{"href": whole_address(edition, described.cited_path)}],
        "type": [{"href": f"https://schema.org/{described.type.schema_org}"}],
    }
    if described.licence:
        found["license"] = [{"href": described.licence}]
    if described.stem:
        found["describedby"] = [
            {"href": whole_address(edition, f"{described.stem}.{end}"), "type": MEDIA_TYPES[end]} for end in FORMATS
        ]
    if described.type in (ORIGINAL, TRANSLATION):
        found["alternate"] = [
            {"href": whole_address(edition, path), "type": kind} for path, kind in alternates(edition, described.locale)
        ]
    if described.type == ORIGINAL:
        found["item"] = [{"href": whole_address(edition, card(name)), "type": "text/html"} for name in cards(edition)]
    return found
