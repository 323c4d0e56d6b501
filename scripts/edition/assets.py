"""Style sheets, scripts and pictures as pages load them.

`overrides/assets/bundles.yml` says which sources a file is made of; a style sheet may ask for facts of the edition, as
templates do. Of style sheets and scripts only comments and
spare white space are left out, by rcssmin and rjsmin: no rule and no name changes. The address of a file holds a
digest of its content, so that a browser may keep it for ever.
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

INLINE = ("scheme.js",)  # stands in every page itself, so that nothing flashes
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


def address(edition: Edition, name: str) -> str:
    """Where a file stands below the root of the site: `assets/article.5f2c01d9ab.css`."""
    stem, _, kind = name.rpartition(".")
    return f"assets/{stem}.{hashlib.sha256(content(edition, name).encode()).hexdigest()[:_DIGITS]}.{kind}"


def inline(edition: Edition) -> Markup:
    """The scripts that stand in the page itself; the policy allows them by their digests."""
    return Markup("".join(f"<script>{content(edition, name)}</script>" for name in INLINE))


def policy(edition: Edition) -> str:
    """The Content-Security-Policy of every page: the site's own files, the inline scripts, and nothing else."""
    digests = (hashlib.sha256(content(edition, name).encode()).digest() for name in INLINE)
    scripts = " ".join(["'self'", *(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)])
    own = "; ".join(f"{kind}-src 'self'" for kind in ("style", "img", "connect", "manifest"))
    return f"default-src 'none'; script-src {scripts}; {own}; base-uri 'none'; form-action 'self'"
