"""The HTTP headers for a static host, `_headers`, in the format of Netlify and Cloudflare Pages."""

from __future__ import annotations

from ...formats import files
from ...formats.dts import places as dts
from ...model.edition import Edition
from ...web import assets

_ONE_YEAR = 31_536_000  # seconds; the usual maximum for immutable files


def paths(edition: Edition) -> list[str]:
    """`_headers`."""
    return ["_headers"]


def file(edition: Edition, path: str) -> str:
    """The policy of all pages, headers without a `meta` equivalent, and caching for files named by their digest."""
    lines = [
        "/*",
        # Forbids other sites to frame a page, which a `meta` element cannot do.
        f"  Content-Security-Policy: {assets.policy(edition)}; frame-ancestors 'none'",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: no-referrer",
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()",
        "/assets/*",
        f"  Cache-Control: public, max-age={_ONE_YEAR}, immutable",
        # Programs in pages of other sites may read the text.
        *(f"/{folder}/*\n  Access-Control-Allow-Origin: *" for folder in (dts.FOLDER, files.FOLDER, "p")),
        *(f"/{path}\n  Content-Type: {kind}" for path, kind in dts.MEDIA_TYPES.items()),
    ]
    return "\n".join(lines) + "\n"
