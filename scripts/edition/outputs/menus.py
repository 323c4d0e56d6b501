"""The menu at a number, in each language: a script that puts it into the article, since it needs scripts anyway."""

from __future__ import annotations

import json

from ..model.addressing import ARTICLE, address
from ..model.edition import Edition
from ..model.memo import memoized
from ..model.page import Locale
from ..web import templates
from ..web.assets import digest_path


@memoized
def script(edition: Edition, locale: Locale) -> str:
    """The script of a language."""
    here = address(locale, ARTICLE)
    localized = templates.localized(edition, locale, templates.linker(here))
    html = templates.render(edition, "partials/unit-menu.html", here, **localized)
    return f'document.body.insertAdjacentHTML("beforeend", {json.dumps(html, ensure_ascii=False)});\n'


def path(edition: Edition, locale: Locale) -> str:
    """The path of the script, relative to the root of the site; its name contains a digest of its content."""
    return digest_path(f"menu-{locale.code}", "js", script(edition, locale))
