"""The TEI file is not well-formed, does not keep to its schema, or refers to an id that it does not have.

Archives and programs read the file by these rules. A preview has no such file.

Bad:   <rs type="term" ref="#t-maslikat"> and no element with that xml:id
Good:  <rs type="term" ref="#t-maslikhat">
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ...findings import Place, Problem
from ...formats.tei import PATH
from ...formats.tei.schema import schema
from ...model.edition import Edition
from . import Site

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_POINTERS = ("target", "corresp", "ref", "resp")


def check(edition: Edition, site: Site) -> Iterator[Problem]:
    """Validate the file, and follow its pointers."""
    file = site.folder / PATH
    if edition.options.preview or not file.is_file():
        return
    try:
        tree = etree.parse(file)
    except etree.XMLSyntaxError as error:
        yield Problem(Place(f"site/{PATH}", error.lineno or 1), f"not well-formed: {error.msg}")
        return
    if not schema().validate(tree):
        for entry in schema().error_log:
            yield Problem(Place(f"site/{PATH}", entry.line), entry.message)
        return
    known = {element.get(_ID) for element in tree.iter("*")}
    for element in tree.iter("*"):
        for name in _POINTERS:
            target = element.get(name, "")
            if target.startswith("#") and target[1:] not in known:
                message = f'{name}="{target}" refers to nothing in the file'
                yield Problem(Place(f"site/{PATH}", element.sourceline or 1), message)
