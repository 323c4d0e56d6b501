"""Style sheets, scripts and pictures as pages load them.

`overrides/assets/bundles.yml` lists the sources of each file, and which are inlined in the pages; they may use facts of
the edition, as templates do, and the addresses of other files (`beside`). rcssmin and rjsmin remove only comments and
white space: rules and names stay. The name of a file contains a digest of its content, so that browsers may cache it
indefinitely.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable

import rcssmin
import rjsmin
from markupsafe import Markup

from ..model.bundles import source_of
from ..model.edition import Edition
from ..model.memo import memoized
from .templating import environment

_MINIFIERS: dict[str, Callable[[str], str]] = {"css": rcssmin.cssmin, "js": rjsmin.jsmin}
_DIGITS = 10  # of a digest in a name; enough to avoid collisions between versions


@memoized
def content(edition: Edition, name: str) -> str:
    """The text of a bundle, by its name in bundles.yml. Raises KeyError if there is no such bundle."""
    bundle = {**edition.bundles.inline, **edition.bundles.files}[name]
    sources = (source_of(edition.root, source) for source in bundle)
    kind = name.rpartition(".")[2]

    def beside(other: str) -> str:
        """The address of another bundle for one that stands beside it."""
        return address(edition, other).rpartition("/")[2]

    texts = [source.read_text(encoding="utf-8") for source in sources]
    joined = "\n".join(texts)
    if kind in ("css", "js"):
        joined = environment(edition).from_string(joined).render(edition=edition, beside=beside)
    return _MINIFIERS.get(kind, str.strip)(joined)


def address(edition: Edition, name: str) -> str:
    """The path of a bundle, relative to the root of the site: `assets/article.5f2c01d9ab.js`."""
    stem, _, kind = name.rpartition(".")
    return digest_path(stem, kind, content(edition, name))


def digest_path(stem: str, kind: str, content: str) -> str:
    """Where a file with this content stands below the root of the site: its name holds a digest of it.

    So a browser may keep what it has for ever.
    """
    return f"assets/{stem}.{hashlib.sha256(content.encode()).hexdigest()[:_DIGITS]}.{kind}"


def inline(edition: Edition, sheet: str) -> Markup:
    """The style sheet of this page, and the inline scripts of every page, which may add to it.

    The policy allows them by their digests.
    """
    scripts = (f"<script>{content(edition, name)}</script>\n" for name in _inline(edition, ".js"))
    return Markup(f"<style>{content(edition, sheet)}</style>\n{''.join(scripts)}")


def policy(edition: Edition, sheet: str = "") -> str:
    """The Content-Security-Policy of a page with this inline style sheet; without one, of all pages together.

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
