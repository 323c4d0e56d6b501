"""The address of the published site, as it is given, and in the form that all addresses of the edition begin with."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit


def site_address(given: str) -> str:
    """The address in its canonical form: small letters in scheme and host, and a slash at the end; or nothing.

    Letters of other alphabets are encoded, those of the host as IDNA requires. Raises ValueError with a sentence that
    says what is wrong if it is not the address of a folder on the web.
    """
    given = given.strip()
    if not given:
        return ""
    parts = urlsplit(given)
    host = parts.hostname or ""
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise ValueError(f"an address begins with https:// and a host, and {given} does not")
    if parts.query or parts.fragment or "@" in parts.netloc:
        raise ValueError(f"an address has no ?, # or @, and {given} has")
    if re.search(r"\s", given):
        raise ValueError(f"an address has no spaces, and “{given}” has; a folder’s may be written %20")
    if re.search(r"\.html?/?$", parts.path, re.IGNORECASE):
        raise ValueError(f"it is the address of the site’s folder, and {given} is that of a file in it")
    try:
        port = f":{parts.port}" if parts.port else ""
        ascii_host = host.encode("idna").decode() if not host.isascii() else host
    except ValueError as error:  # UnicodeError is one
        raise ValueError(f"{given}: {error}") from None
    path = quote(parts.path.strip("/"), safe="/%~:@!$&'()*+,;=")
    return f"{parts.scheme.lower()}://{ascii_host}{port}/{path}{'/' if path else ''}"
