"""What a static host is to send with the files, in the form that Netlify and Cloudflare Pages read: `_headers`."""

from __future__ import annotations

from ...model.edition import Edition
from ...web import assets

_FOR_EVER = 31_536_000  # seconds; a year, the longest that HTTP caches are asked to keep anything


def paths(edition: Edition) -> list[str]:
    """`_headers`."""
    return ["_headers"]


def file(edition: Edition, path: str) -> str:
    """The policy of every page, with what only a header can say; what is named by its content is kept for ever."""
    lines = [
        "/*",
        # No other site may show a page in a frame: a `meta` element cannot say so.
        f"  Content-Security-Policy: {assets.policy(edition)}; frame-ancestors 'none'",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: no-referrer",
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()",
        "/assets/*",
        f"  Cache-Control: public, max-age={_FOR_EVER}, immutable",
    ]
    return "\n".join(lines) + "\n"
