"""Style sheets, scripts and pictures as pages load them.

`overrides/assets/bundles.yml` says which sources each is made of, and which of them stand in the pages themselves; a
style sheet may ask for facts of the edition, as templates do. Of style sheets and scripts only comments and spare white
space are left out, by rcssmin and rjsmin: no rule and no name changes; the notice of copyright of what comes from an
installed package is kept. The address of a file holds a digest of its content, so that a browser may keep it for ever.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable

import rcssmin
import rjsmin
from markupsafe import Markup

from ..model.bundles import source_of
from ..model.edition import Edition
from ..model.memo import memoized
from .templating import environment

_REDUCED: dict[str, Callable[[str], str]] = {"css": rcssmin.cssmin, "js": rjsmin.jsmin}
_DIGITS = 10  # of a digest in a name; enough for as many versions as there will ever be
_FIRST_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@memoized
def content(edition: Edition, name: str) -> str:
    """The text of what pages load, by its name in bundles.yml. Raises KeyError if it has none such."""
    made_of = {**edition.bundles.inline, **edition.bundles.files}[name]
    sources = (source_of(edition.root, source) for source in made_of)
    kind = name.rpartition(".")[2]
    texts = [source.read_text(encoding="utf-8") for source in sources]
    joined = "\n".join(texts)
    if kind == "css":
        joined = environment(edition).from_string(joined).render(edition=edition)
    return "".join(map(_notice, texts)) + _REDUCED.get(kind, str.strip)(joined)


def _notice(source: str) -> str:
    """The notice of copyright that a source begins with, if it has one: what others wrote goes with it."""
    found = _FIRST_COMMENT.match(source)
    return f"{found[0]}\n" if found and "copyright" in found[0].lower() else ""


def address(edition: Edition, name: str) -> str:
    """Where a file stands below the root of the site: `assets/article.5f2c01d9ab.js`."""
    stem, _, kind = name.rpartition(".")
    return named(stem, kind, content(edition, name))


def named(stem: str, kind: str, content: str) -> str:
    """Where a file with this content stands below the root of the site: its name holds a digest of it.

    So a browser may keep what it has for ever.
    """
    return f"assets/{stem}.{hashlib.sha256(content.encode()).hexdigest()[:_DIGITS]}.{kind}"


def inline(edition: Edition, sheet: str) -> Markup:
    """What stands in a page itself: the scripts of every page, and its style sheet. The policy has their digests."""
    scripts = (f"<script>{content(edition, name)}</script>\n" for name in _inline(edition, ".js"))
    return Markup(f"{''.join(scripts)}<style>{content(edition, sheet)}</style>")


def policy(edition: Edition, sheet: str = "") -> str:
    """The Content-Security-Policy of a page with this style sheet in it; without one, that of all pages together.

    It allows the site's own files, the inline scripts and style sheets by their digests, and nothing else.
    """
    scripts = _digests(edition, _inline(edition, ".js"))
    styles = _digests(edition, [sheet] if sheet else _inline(edition, ".css"))
    return (
        f"default-src 'none'; script-src 'self' {scripts}; style-src 'self' {styles}; "
        "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"
    )


def _inline(edition: Edition, end: str) -> list[str]:
    return [name for name in edition.bundles.inline if name.endswith(end)]


def _digests(edition: Edition, names: list[str]) -> str:
    found = (hashlib.sha256(content(edition, name).encode()).digest() for name in names)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in found)
