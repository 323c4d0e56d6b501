"""The edition for programs by Distributed Text Services 1.0 (https://dtsapi.org), as static files below `dts/`.

A conformance of level 0: without `start` and `end`. A static host cannot answer any number, so `down` is 0, 1 or -1 for
a unit, and -1 or up to the depth of the text for the whole. The specification lets static sites put the parameters of
its URI templates into paths (RFC 6570):

    dts/index.json                       the entry point, which names the templates
    dts/collection{/id,nav}.json         dts/collection.json   dts/collection/ru.json   dts/collection/ru/parents.json
    dts/navigation/{resource}{;down}{/ref}.json                dts/navigation/ru;down=1.json
    dts/document/{resource}{/ref}.xml    dts/document/ru.xml   dts/document/ru/p12.xml

These files are not a format of their own for readers, and not on the record of addresses, but for the entry point.
"""

from __future__ import annotations

from ...model.edition import Edition
from ...model.memo import memoized
from . import places
from .answers import answers, text
from .citation import citables
from .documents import documents
from .places import ENTRY

__all__ = ["ENTRY", "every_answer", "every_path"]


def every_path(edition: Edition) -> list[str]:
    """The paths of all answers, without making them."""
    name, found = edition.facts.identifier, [ENTRY, places.collection()]
    for one in (name, *(locale.code for locale in edition.locales)):
        found += [places.collection(one, nav) for nav in ("", places.CHILDREN, places.PARENTS)]
    for locale in edition.locales:
        found += [
            places.navigation(locale.code, down, unit.id if unit else "")
            for down, unit in places.queries(edition, locale)
        ]
        refs = ("", *(unit.id for unit in citables(edition, locale)))
        found += [places.document(locale.code, ref) for ref in refs]
    return found


@memoized
def every_answer(edition: Edition) -> dict[str, bytes]:
    """All answers, by path."""
    return {path: text(answer).encode() for path, answer in answers(edition)} | dict(documents(edition))
