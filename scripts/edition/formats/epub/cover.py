"""The cover: title and author in each language, and the author's periods, typeset like the picture of a shared link."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.metadata import version

from ...model.edition import Edition
from ...publish.pictures import PPI, typeset_picture
from ...publish.store import Store, digest_of
from ...text.timeline_scale import stages
from ...web.templating import FOLDER
from .xhtml import Element, tag

PAGE, PICTURE = "cover.xhtml", "cover.png"
_TEMPLATE = f"{FOLDER}/formats/epub/cover.typ"


def title(edition: Edition) -> str:
    """The title of the cover's page."""
    return edition.translator(edition.original)("epub.cover")


def body(edition: Edition) -> Element:
    """The page of the cover."""
    words = f"{title(edition)}: {edition.author(edition.original)}. "
    words += edition.facts.article.title.get(edition.original.code, "")
    picture = tag("img", src=PICTURE, alt=words, role="doc-cover")
    return tag("body", tag("section", picture, epub_type="cover"), class_="cover")


def made_from(edition: Edition) -> list[str]:
    """All that the picture depends on."""
    return [version("typst"), str(PPI), (edition.root / _TEMPLATE).read_text(encoding="utf-8"), _data(edition)]


def picture(edition: Edition) -> bytes:
    """The picture as a PNG. Raises ValueError if it cannot be typeset."""
    inputs = digest_of(*made_from(edition))
    template = edition.root / _TEMPLATE
    return Store(edition.root).cached("cover", inputs, lambda: typeset_picture(template, _data(edition)))


def _data(edition: Edition) -> str:
    drawn = stages(edition)
    data = {
        "author": edition.author(edition.original),
        "titles": [
            {
                "lang": locale.code,
                "title": edition.facts.article.title.get(locale.code, ""),
                "kind": edition.translator(locale)("citation.edition"),
            }
            for locale in sorted(edition.locales, key=lambda one: not one.original)
        ],
        **(asdict(drawn) if drawn else {"bars": [], "ticks": []}),
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True)
