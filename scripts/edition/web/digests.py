"""File names that contain a digest of the content, so that browsers may cache the files indefinitely."""

from __future__ import annotations

import hashlib

_DIGITS = 10  # enough to avoid collisions between versions


def digest_path(stem: str, kind: str, content: str) -> str:
    """The path of a file with this content, relative to the root of the site: `assets/article.5f2c01d9ab.js`."""
    return f"assets/{stem}.{hashlib.sha256(content.encode()).hexdigest()[:_DIGITS]}.{kind}"
