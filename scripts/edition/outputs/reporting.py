"""The link with which readers report an error in a unit, if the edition has a contact."""

from __future__ import annotations

from urllib.parse import quote

from ..citing.cited import Cited
from ..model.edition import Edition

_LETTERS = 200  # of the unit's words; mail programs take addresses of about 2,000 characters, and each letter needs six


def report_link(edition: Edition, cited: Cited, unit_name: str, words: str) -> str:
    """A `mailto:` or web address with the unit, its language, the version and the unit's words filled in.

    Empty if the edition has no contact. A web address gets them as `title` and `body`, as issue trackers take them.
    """
    contact = edition.facts.responsibility.contact
    if not contact:
        return ""
    ui_text = edition.translator(cited.locale)
    title = ui_text("report.title", unit=unit_name, language=cited.locale.name, version=cited.version)
    short = words if len(words) <= _LETTERS else f"{words[:_LETTERS].rpartition(' ')[0]} …"
    outer = cited.locale.quotes[0]
    body = "\n\n".join(filter(None, (cited.url, f"{outer[0]}{short}{outer[1]}", ui_text("report.wrong"), "")))
    if "://" not in contact:
        return f"mailto:{contact}?subject={quote(title)}&body={quote(body)}"
    return f"{contact}{'&' if '?' in contact else '?'}title={quote(title)}&body={quote(body)}"
