"""Style sheets, scripts and pictures as pages load them.

`overrides/assets/bundles.yml` says which sources a file is made of; a style sheet may ask for facts of the edition, as
templates do. Of style sheets and scripts only comments and
spare white space are left out, by rcssmin and rjsmin: no rule and no name changes. A page's own style sheet stands in
the page, which then paints without waiting for anything else; the address of a file holds a digest of its content, so
that a browser may keep it for ever.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from functools import cache

import rcssmin
import rjsmin
from markupsafe import Markup

from .model import ASSETS, Edition
from .templating import FOLDER, environment

FILES = ("print.css", "unit-menu.css")  # the style sheets that no first paint waits for
INLINE = "scheme.js"
_DIGITS = 10  # of the digest; enough for as many versions as there will ever be
_REDUCED: dict[str, Callable[[str], str]] = {"css": rcssmin.cssmin, "js": rjsmin.jsmin}


@cache
def content(edition: Edition, name: str) -> str:
    """The text of a file that pages load, by its name in bundles.yml. Raises KeyError if it has none such."""
    sources = (edition.root / ASSETS / source.rpartition(".")[2] / source for source in edition.bundles.values[name])
    kind = name.rpartition(".")[2]
    joined = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    if kind == "css":
        joined = environment(edition.root / FOLDER).from_string(joined).render(edition=edition)
    return _REDUCED.get(kind, str.strip)(joined)


def is_file(name: str) -> bool:
    """Whether pages load it as a file; else it stands in the pages themselves."""
    return name in FILES or not (name.endswith(".css") or name == INLINE)


def address(edition: Edition, name: str) -> str:
    """Where a file stands below the root of the site: `assets/article.5f2c01d9ab.js`."""
    stem, _, kind = name.rpartition(".")
    return f"assets/{stem}.{hashlib.sha256(content(edition, name).encode()).hexdigest()[:_DIGITS]}.{kind}"


def inline(edition: Edition, sheet: str) -> Markup:
    """What stands in a page itself: the script of every page, and its style sheet. The policy has their digests."""
    return Markup(f"<script>{content(edition, INLINE)}</script>\n<style>{content(edition, sheet)}</style>")


def policy(edition: Edition, *sheets: str) -> str:
    """The Content-Security-Policy of pages with these style sheets in them.

    It allows the site's own files, the script and the style sheets by their digests, and nothing else.
    """
    script = _digest(edition, INLINE)
    styles = " ".join(_digest(edition, sheet) for sheet in sheets)
    own = "; ".join(f"{kind}-src 'self'" for kind in ("img", "connect"))
    return (
        f"default-src 'none'; script-src 'self' {script}; style-src 'self' {styles}; {own}; "
        "base-uri 'none'; form-action 'self'"
    )


def every_policy(edition: Edition) -> str:
    """The policy of all pages together."""
    return policy(edition, *(name for name in edition.bundles.values if name.endswith(".css") and not is_file(name)))


def _digest(edition: Edition, name: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content(edition, name).encode()).digest()).decode()}'"
