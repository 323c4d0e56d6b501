"""Names of files that hold a digest of their content, so that a browser may keep what it has for ever."""

from __future__ import annotations

import hashlib

_DIGITS = 10  # enough for as many versions as there will ever be


def named(stem: str, kind: str, content: str) -> str:
    """Where a file with this content stands below the root of the site: `assets/article.5f2c01d9ab.js`."""
    return f"assets/{stem}.{hashlib.sha256(content.encode()).hexdigest()[:_DIGITS]}.{kind}"
