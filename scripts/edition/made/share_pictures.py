"""The picture that goes with a shared link: author, title and the author's periods, one a language, set by Typst."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache

import typst

from ..model import Edition
from ..page import Locale
from ..render import stages
from ..templating import FOLDER

WIDTH, HEIGHT = 1200, 630  # pixels, the measure that the Open Graph protocol's readers ask for
_PPI = 72  # at which a point is a pixel
_DIGITS = 10
_TEMPLATE = f"{FOLDER}/cards/share.typ"


def paths(edition: Edition) -> list[str]:
    """`assets/share-ru.0a1b2c3d4e.png`, for every language."""
    return [path(edition, locale) for locale in edition.locales]


@cache
def path(edition: Edition, locale: Locale) -> str:
    """Where the picture of a language stands below the root; its name holds a digest of all that it is made from."""
    made_from = [typst.__version__, (edition.root / _TEMPLATE).read_text(encoding="utf-8"), _data(edition, locale)]
    digest = hashlib.sha256("\0".join(made_from).encode()).hexdigest()[:_DIGITS]
    return f"assets/share-{locale.code}.{digest}.png"


def file(edition: Edition, wanted: str) -> bytes:
    """One of them as a PNG. Raises ValueError if it cannot be set as the template has it."""
    locale = next(locale for locale in edition.locales if path(edition, locale) == wanted)
    template = edition.root / _TEMPLATE
    picture, warnings = typst.compile_with_warnings(
        template,
        root=template.parent,
        font_paths=_fonts(),
        format="png",
        ppi=_PPI,
        sys_inputs={"data": _data(edition, locale)},
    )
    if warnings:  # such as a font that is not there
        raise ValueError(f"{_TEMPLATE}: {warnings[0].message}")
    if not isinstance(picture, bytes):
        raise ValueError(f"{_TEMPLATE}: the picture runs over to a second page")
    return picture


@cache
def _fonts() -> typst.Fonts:
    """The fonts that come with Typst and no others, so that the picture is the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def _data(edition: Edition, locale: Locale) -> str:
    """What the template is given, as JSON: the title, the author, and the drawing of the periods in the article."""
    drawn = stages.context(edition, edition.article(locale))["scale"]
    data = {
        "lang": locale.code,
        "title": edition.facts.values["article"]["title"].get(locale.code, ""),
        "author": edition.author(locale),
        "caption": edition.word("stages.title", locale),
        **(asdict(drawn) if drawn else {"bars": [], "ticks": []}),
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True)
